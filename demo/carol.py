# The notebook as it was handed out: nothing has been tried.
