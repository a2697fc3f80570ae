"""Rewrites code as it is read, so that its products, powers and calls go through the noise.

`ndarray` cannot be taught another `@`, and a subclass of it is lost at the first `np.asarray`. Code,
however, can be rewritten as it is read: a listing, and every module of the packages below that is
imported after `install`.
"""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

from bookkit.programs.beside import is_beside
from bookkit.steady.noise import Noise

NAME = "__noise__"
PACKAGES = ("backprop", "sklearn.neural_network", "sklearn.linear_model", "sklearn.utils.extmath")
# These look at the frame that calls them, or can do nothing to a float.
_LEFT_ALONE = frozenset(
    "super locals globals vars dir eval exec warn _getframe currentframe print isinstance len range zip"  # noqa: SIM905
    " enumerate getattr setattr hasattr type int float str bool list tuple dict set reversed sorted".split()
)


def rewritten(source: str | bytes, filename: str) -> CodeType:
    """Return the code of a source whose products, powers and calls go through the noise."""
    tree = _Rewriter().visit(ast.parse(source, filename))
    return compile(ast.fix_missing_locations(tree), filename, "exec", dont_inherit=True)


def install(noise: Noise) -> None:
    """Let the packages named above be rewritten when they are imported."""
    setattr(builtins, NAME, noise)
    sys.meta_path.insert(0, _Finder())


class _Rewriter(ast.NodeTransformer):
    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        method = _method(node.op)
        return _through(method, node, [node.left, node.right]) if method else node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        self.generic_visit(node)
        method = _method(node.op)
        if not method or not isinstance(node.target, ast.Name):
            return node
        before = ast.copy_location(ast.Name(node.target.id, ast.Load()), node)
        value = _through(method, node, [before, node.value])
        return ast.copy_location(ast.Assign([node.target], value), node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        if name in _LEFT_ALONE:
            return node
        return _through("call", node, [node.func, *node.args], node.keywords)


def _method(operator: ast.operator) -> str | None:
    return {ast.MatMult: "matmul", ast.Pow: "power"}.get(type(operator))


def _through(
    method: str, node: ast.AST, args: list[ast.expr], keywords: Sequence[ast.keyword] = ()
) -> ast.Call:
    function = ast.Attribute(ast.Name(NAME, ast.Load()), method, ast.Load())
    return ast.copy_location(ast.Call(function, args, list(keywords)), node)


class _Loader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        return rewritten(self.get_data(self.path), self.path)


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        known = any(fullname == package or fullname.startswith(f"{package}.") for package in PACKAGES)
        spec = PathFinder.find_spec(fullname, path, target) if known or path is None else None
        if spec is None or not (known or is_beside(spec.origin)):
            return None
        if isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(fullname, spec.loader.path)
        return spec
