"""Exercises that check themselves: `python -m backprop.exercises`.

An exercise asks for a function. Its check runs the reader's file in a process of its own, on cases that the
file does not know, and says in words what is wrong: it has wrong versions of each answer, and the one whose
numbers the reader's equal is the diagnosis. What is right comes from numbers that no formula has made.
"""
