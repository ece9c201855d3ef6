"""How is each extract and derived table cut from the publishers' files?"""
