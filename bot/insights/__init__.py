"""Numbers of a server: counted, never about people, and shown as words, a chart and a table.

Nothing is imported here: the process that draws loads the chart alone.
"""
