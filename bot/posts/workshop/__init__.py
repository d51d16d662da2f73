"""Where documents are taken apart: a foreman's process, and under it a worker's for each document.

The bot speaks with the foreman alone, over pipes. It starts no process while it serves: on a busy machine
each start would hold the event loop until the system has found the new process a processor, 10 to 70 ms
where it was measured.
"""
