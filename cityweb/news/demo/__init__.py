"""A sample newsroom: people, pictures and articles written and drawn by us, for trying things on.

The texts are invented; leaders appear by office only. Times count back from the moment of loading.
The drawings' sources are `pictures/src/*.svg`; `manage.py load_demo` loads everything once.
"""
