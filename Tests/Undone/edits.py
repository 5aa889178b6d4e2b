"""Changes one rule of a pack's text.

A path is written as `pack check` writes it: `requests.exclusions[relationship].ascertained`. In brackets stands the id of an item,
the word itself where the items are words, or any word or number that one of its values is.
"""

import re

STEP = re.compile(r"([^.\[\]]+)|\[([^\]]+)\]")


def steps(path):
    return [(key, item) for key, item in STEP.findall(path)]


def names(item):
    """What an item of a list can be called by: its id, or else the words and numbers in it, also one level down."""
    if not isinstance(item, dict):
        return [str(item)]
    if "id" in item:
        return [str(item["id"])]
    within = [value for value in item.values() if isinstance(value, dict)]
    return [str(value) for node in [item, *within] for value in node.values()]


def position(items, name):
    """Where the item of that name is in a list."""
    for index, item in enumerate(items):
        if name in names(item):
            return index
    raise KeyError(f"no item {name}")


def within(node, step):
    key, item = step
    return node[key] if key else node[position(node, item)]


def parent(pack, path):
    *way, last = steps(path)
    for step in way:
        pack = within(pack, step)
    return pack, last


def apply(pack, undo):
    """Carries out `set`, `remove` and `add` in place. What is not there to be changed is a mistake of the list."""
    for path, value in undo.get("set", {}).items():
        node, (key, item) = parent(pack, path)
        place = key if key else position(node, item)
        if key and key not in node:
            raise KeyError(f"{path} is not there")
        if node[place] == value:
            raise ValueError(f"{path} is {value} already")
        node[place] = value
    for path in undo.get("remove", []):
        node, (key, item) = parent(pack, path)
        del node[key if key else position(node, item)]
    for path, value in undo.get("add", {}).items():
        node, (key, item) = parent(pack, path)
        place = within(node, (key, item)) if not key or key in node else None
        if isinstance(place, list):
            place.append(value)
        elif key and key not in node:
            node[key] = value
        else:
            raise ValueError(f"{path} is there already and no list")
