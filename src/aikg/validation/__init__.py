"""Does the dataset keep its promises?"""
