"""The rules about the data, one module per kind of rule; `quietpush.check` applies them in order."""
