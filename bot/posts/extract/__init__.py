"""What takes documents apart, in a process of its own: bytes in, text out.

Nothing here imports Discord, the models or the settings: the process has to start in a blink, and what a
hostile file might make of it should find little.
"""
