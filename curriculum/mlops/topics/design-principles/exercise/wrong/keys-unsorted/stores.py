import os


class FolderStore:
    def __init__(self, folder):
        self.folder = folder

    def save(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", newline="", encoding="utf-8") as file:
            file.write(text)
        return path

    def load(self, name):
        try:
            with open(os.path.join(self.folder, name), newline="", encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError as error:
            raise KeyError(name) from error


class MemoryStore:
    def __init__(self):
        self.items = {}

    def save(self, name, text):
        self.items[name] = text
        return name

    def load(self, name):
        return self.items[name]
