# attempts = "writes three hundred megabytes to every place it can write to, and makes ten thousand files"
# never = 'bytes \d{9}|files \d{5}'

# %%
import os
written = 0
for place in ("/tmp", "/dev/shm", "/var/tmp", os.path.expanduser("~"), "/opt/gradient-descent", "/dev", "."):
    for number in range(300):
        try:
            with open(os.path.join(place, f"fill-{number}"), "wb") as file:
                written += file.write(bytes(2**20))
        except OSError:
            break
made = 0
for number in range(10_000):
    try:
        os.close(os.open(f"/tmp/empty-{number}", os.O_CREAT | os.O_WRONLY))
        made += 1
    except OSError:
        break
print("bytes", written, "files", made)

# %%
import os
with open("/tmp/sparse", "wb") as file:
    os.truncate(file.fileno(), 2**40)
