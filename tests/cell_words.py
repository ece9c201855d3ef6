"""Which words may a chapter's cell use, and which belong in another room? The lists behind tests/cells.py."""

from __future__ import annotations

import ast
import re

MOST_STATEMENTS = 5
TITLE_WORDS = 12  # a glued number counts as one
NAMES = {"table", "say", "hold", "show", "cite"}
ROOMS = ("quietpush.figures", "quietpush.measures", "quietpush.inference")
ENDS = {"say", "hold", "show"}
THRESHOLDS = (0, 1, 2, 50, 100)  # in a guard: none, one, half or double, and most or all in percent; bounds of words, no facts
THRESHOLD_WORDS = re.compile(r"\b(?:half|twice)\b")  # a guard that tests against 2 or 50 may say them: it is what it tests
YEARS = range(1900, 2100)  # may be handed to a measure or compared in a guard: they choose what is measured, as they may stand in prose
ROW = re.compile(r"\b(?:le|bl|ai|sn|gv|sc)-\d{3}\b")  # a coded row may be named in a caption, where no role can link it
UNIT = re.compile(r"(?:(?<=, )|(?<=in )|(?<=per )|(?<=\())(?:percent|thousand|million|billion)\b")  # a subtitle names its unit
COLLECT = {"list", "tuple", "set", "dict", "zip", "sorted"}
WEIGH = COLLECT | {"abs", "all", "any", "float", "len", "max", "min", "sum"}
READS = {"item", "tolist", "to_list", "keys", "values", "items"}
READS_IN_GUARD = READS | {"all", "any", "max", "min", "sum", "mean", "median", "nunique", "idxmax", "idxmin"}
SHAPING = {  # of pandas: what cleans, joins, filters or reshapes is a measure with a name, a docstring and a test
    "abs", "add", "agg", "aggregate", "apply", "applymap", "assign", "astype", "at", "between", "bfill", "clip", "combine_first", "concat", "cumsum",
    "diff", "div", "drop", "drop_duplicates", "dropna", "duplicated", "eval", "explode", "ffill", "fillna", "filter", "groupby", "gt", "ge", "head",
    "interpolate", "isin", "isna", "isnull", "join", "lt", "le", "map", "mask", "melt", "merge", "nlargest", "notna", "nsmallest", "pct_change", "pipe",
    "pivot", "pivot_table", "query", "rank", "reindex", "rename", "replace", "resample", "reset_index", "rolling", "round", "sample", "set_index", "shift",
    "sort_index", "sort_values", "stack", "str", "sub", "tail", "transform", "truncate", "unstack", "update", "value_counts", "where", "xs",
}
LOOKS = {"color", "colors", "font", "height", "opacity", "palette", "size", "width"}
BANNED = {
    ast.FunctionDef: "a function", ast.AsyncFunctionDef: "a function", ast.ClassDef: "a class", ast.Lambda: "a lambda", ast.Try: "a caught exception",
    ast.With: "a with block", ast.For: "a loop", ast.While: "a loop", ast.If: "an if", ast.IfExp: "an if", ast.Import: "an import", ast.ImportFrom: "an import",
    ast.Delete: "a del", ast.Global: "a global", ast.Assert: "an assert", ast.Raise: "a raise", ast.NamedExpr: "a walrus", ast.AugAssign: "an in-place change",
    ast.AnnAssign: "an annotation", ast.Slice: "a slice", ast.Match: "a match", ast.Await: "an await", ast.Yield: "a yield", ast.YieldFrom: "a yield",
}
OPERATIONS = (ast.BinOp, ast.BoolOp, ast.Compare, ast.UnaryOp)
SEEN_AS = [
    (re.compile(r"://"), "an address"), (re.compile(r"^(~|\.{0,2}/)|\.(csv|json|jsonl|ya?ml|py|ipynb|md|txt|parquet|xlsx?|html?|png|svg|zip)\b"), "a path"),
    (re.compile(r"^#[0-9a-fA-F]{3,8}$|^qp:|^rgba?\("), "a color"),
]
