# Google Colab: this folder lies in Google Drive as gradient-descent; run this cell first. Elsewhere it does nothing.
# Google Colab: эта папка лежит на Google Диске под именем gradient-descent; сначала запустите эту ячейку.
import sys

if "google.colab" in sys.modules:
    import os
    import subprocess

    from google.colab import drive, output

    drive.mount("/content/drive")
    wheel = "/content/drive/MyDrive/gradient-descent/WHEEL"
    # Colab has all else that the notebooks need, in versions that it depends on.
    subprocess.run([sys.executable, "-m", "pip", "install", "--no-deps", wheel, "anywidget", "psygnal"], check=True)
    output.enable_custom_widget_manager()  # or the figures would not be shown
    os.environ["COURSE_LANG"] = "LANGUAGE"
