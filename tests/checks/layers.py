# SPDX-License-Identifier: MIT
"""Arrows between the layers, read off the include lines (see ARCHITECTURE.md, "Layers")."""

import re

# Layer by folder, the longest match first.
LAYERS = {
    "core/domain": "domain", "core/wire": "domain", "core/async": "domain",
    "core/api": "api", "core/net": "net", "core/store": "store",
    "core/service": "service", "core/sandbox": "sandbox", "ui": "ui", "app": "app",
}
MAY_INCLUDE = {
    "domain": {"domain"},
    "api": {"api", "domain"},
    "net": {"net", "domain"},
    "store": {"store", "domain"},
    "service": {"service", "domain", "api", "net", "store"},
    "sandbox": {"sandbox", "domain"},
    "ui": {"ui", "service", "domain"},
    "app": {"app", "ui", "service", "domain", "api", "net", "store", "sandbox"},
}
# What the window must not know, not even through a header it may include.
HIDDEN_FROM_UI = {"api", "net", "store", "sandbox"}

# Which libraries an include line belongs to. The linker's lists do not close these: Qt's headers
# share one include directory, so <QtWidgets/QWidget> compiles in a target without Qt6::Widgets.
LIBRARIES = {
    "widgets": re.compile(
        r"(QtWidgets|QtGui|QtSvg|QtSvgWidgets)/|Q(Widget|GuiApplication|Application|Color|Palette"
        r"|Icon|Pixmap|Image|Painter\w*|Brush|Pen|Font\w*|Action\w*|Shortcut|KeySequence|Dialog\w*"
        r"|MainWindow|Label|\w*Button|\w*Edit|\w*Layout|\w*Delegate|Menu\w*|MessageBox"
        r"|(AbstractScrollArea$)|(AbstractItem|Table|Tree|List|Header|Column|Graphics)(View|Widget)"
        r"|Style\w*|Screen|Window|Cursor|Clipboard|DesktopServices|Svg\w*|ToolTip|Validator"
        r"|TextDocument|(Key|Mouse|Paint|Wheel|Focus|Resize|Close)Event)$"),
    "network": re.compile(
        r"QtNetwork/|Q(Network\w*|Ssl\w*|Tcp\w*|Udp\w*|Http\w*|Host\w*|Local(Server|Socket)"
        r"|AbstractSocket|Dns\w*)$"),
    "sql": re.compile(r"QtSql/|QSql\w*$"),
    "dbus": re.compile(r"QtDBus/|QDBus\w*$"),
    "keychain": re.compile(r"(qt6?keychain)/"),
    "boost": re.compile(r"boost/"),
}
MAY_USE = {
    "domain": set(), "api": set(), "net": {"network"}, "store": {"sql"}, "service": set(),
    "sandbox": {"sql"}, "ui": {"widgets", "dbus"},
    "app": {"widgets", "network", "sql", "dbus", "keychain"},
}


def layer_of(path):
    for folder in sorted(LAYERS, key=len, reverse=True):
        if path.startswith(folder + "/"):
            return LAYERS[folder]
    return None


def check(files):
    by_path = {file.path: file for file in files}
    production = [file for file in files if not file.is_test]
    for file in production:
        if layer_of(file.path) is None:
            yield f"{file.path}:1: belongs to no layer"
            continue
        yield from _project_includes(file, by_path)
        yield from _library_includes(file)
    for file in production:
        if layer_of(file.path) == "ui":
            yield from _hidden_includes(file, by_path)
    yield from _boost_includes(production)
    yield from _cycles(production, by_path)


def _project_includes(file, by_path):
    layer = layer_of(file.path)
    for include in file.includes:
        if not include.quoted or include.target.endswith(".moc"):
            continue
        where = f"{file.path}:{include.line}: "
        if include.target not in by_path:
            yield where + f'"{include.target}" is not a path from the root'
        elif by_path[include.target].is_test:
            yield where + f"includes a test's header {include.target}"
        elif layer_of(include.target) not in MAY_INCLUDE[layer]:
            yield where + f"{layer} must not know {layer_of(include.target)} ({include.target})"


def _library_includes(file):
    allowed = MAY_USE[layer_of(file.path)]
    for include in file.includes:
        if include.quoted:
            continue
        for library, pattern in LIBRARIES.items():
            if not pattern.match(include.target) or library in allowed:
                continue
            if library == "boost" and _is_sandbox_source(file):
                continue
            yield (f"{file.path}:{include.line}: <{include.target}> ({library}) "
                   f"is not for {layer_of(file.path)}")


def _is_sandbox_source(file):
    return layer_of(file.path) == "sandbox" and not file.is_header


def _boost_includes(files):
    """Boost's templates are slow to compile: one file of the sandbox has them."""
    users = [file.path for file in files
             if any(LIBRARIES["boost"].match(include.target) for include in file.includes)
             and _is_sandbox_source(file)]
    for path in users[1:]:
        yield f"{path}:1: includes Boost, which only {users[0]} does"


def _hidden_includes(file, by_path):
    """Follows the headers of other layers; one finding a file is enough."""
    seen, open_paths = {file.path}, [(file.path, [])]
    while open_paths:
        path, chain = open_paths.pop(0)
        for include in by_path[path].includes:
            target = include.target
            if not include.quoted or target not in by_path or target in seen:
                continue
            seen.add(target)
            if layer_of(target) in HIDDEN_FROM_UI:
                if chain:  # a direct one is reported as a wrong arrow already
                    yield f"{file.path}:1: reaches {target} through {' > '.join(chain)}"
                return
            open_paths.append((target, chain + [target]))


def _cycles(files, by_path):
    graph = {}
    for file in files:
        targets = graph.setdefault(file.folder, {})
        for include in file.includes:
            other = by_path.get(include.target)
            if include.quoted and other and other.folder != file.folder:
                targets.setdefault(other.folder, f"{file.path}:{include.line}")
    reported = set()
    for start in sorted(graph):
        ring = _ring(graph, start)
        if ring and frozenset(ring) not in reported:
            reported.add(frozenset(ring))
            arrows = [f"{a} -> {b} ({graph[a][b]})" for a, b in zip(ring, ring[1:] + ring[:1])]
            yield "folders include each other: " + ", ".join(arrows)


def _ring(graph, start):
    """The shortest way from a folder back to itself, [] when there is none."""
    ways, seen = [[start]], set()
    while ways:
        way = ways.pop(0)
        for folder in graph.get(way[-1], {}):
            if folder == start:
                return way
            if folder not in seen:
                seen.add(folder)
                ways.append(way + [folder])
    return []
