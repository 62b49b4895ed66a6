"""What every app stands on: people, organisations, places, access, audit, text, health.

Imports no app, ever. One module or small package per noun.
"""
