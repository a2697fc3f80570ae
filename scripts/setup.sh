#!/bin/sh
# Installs what the book needs into this folder: .venv (Python and Node) and node_modules (KaTeX).
# Each step leaves a copy of what it installed from, written last; a step whose copy is equal is done,
# so a second start needs no network and an interrupted one is taken up again.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }
recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
named() { "$1" -V 2>/dev/null || echo "no working Python"; }
release() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

case "$(uname -s)" in
    MINGW* | MSYS* | CYGWIN*) bin=.venv/Scripts ;;
    *) bin=.venv/bin ;;
esac

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        recent "$PYTHON" || stop "PYTHON=$PYTHON is $(named "$PYTHON"): the book needs Python 3.11 or later."
        printf '%s\n' "$PYTHON"
        return
    fi
    for candidate in python3.14 python3.13 python3.12 python3.11 python3 python; do
        if recent "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    stop "The book needs Python 3.11 or later, and python3 here is $(named python3): install one," \
        "or name it with make setup PYTHON=/path/to/python3.12"
}

make_environment() {
    if recent "$bin/python" && "$bin/python" -c 'import pip' 2>/dev/null; then
        if [ -z "${PYTHON:-}" ] || [ "$(release "$PYTHON")" = "$(release "$bin/python")" ]; then
            return
        fi
    fi
    python=$(find_python) || exit 1
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        stop "$python has no venv module; on Debian and Ubuntu: apt-get install python$(release "$python")-venv"
    say "Creating .venv with $("$python" -V) …"
    "$python" -m venv --clear .venv
}

install_packages() {
    stamp=.venv/installed-requirements.lock
    if cmp -s requirements.lock "$stamp"; then
        return
    fi
    rm -f "$stamp" .venv/installed-project
    say "Installing $(grep -c '^[a-z]' requirements.lock) Python packages and Node into .venv (a minute or two) …"
    "$bin/python" -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r requirements.lock
    cp requirements.lock "$stamp"
}

install_project() {
    stamp=.venv/installed-project
    if { pwd && cat pyproject.toml; } | cmp -s - "$stamp"; then
        return
    fi
    rm -f "$stamp"
    "$bin/python" -m pip install -qq --disable-pip-version-check --no-input \
        --no-deps --no-build-isolation --no-index -e .
    # Python 3.11 reads this file in the locale's encoding and does not start where it cannot ("ü" in C): the
    # way to the sources is written without the names of the folders that the book lies in.
    for way in .venv/lib/python*/site-packages/_editable_impl_*.pth; do
        [ ! -f "$way" ] || echo "../../../../src" >"$way"
    done
    { pwd && cat pyproject.toml; } >"$stamp.new"
    mv "$stamp.new" "$stamp"
}

install_katex() {
    stamp=node_modules/.installed-package-lock.json
    if cmp -s package-lock.json "$stamp" && [ -f node_modules/katex/package.json ]; then
        return
    fi
    say "Installing KaTeX and the other browser packages into node_modules …"
    # The cache is here and not in the home, which may be read-only.
    PATH="$PWD/$bin:$PATH" npm ci --cache "$PWD/.cache/npm" --loglevel=error >/dev/null
    cp package-lock.json "$stamp"
}

make_environment
install_packages
install_project
install_katex
