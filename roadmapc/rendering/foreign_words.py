"""What Jinja and Python say in English, in our words; what they say besides is quoted in a general sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

from roadmapc.diagnostics import Message

_KINDS = {
    "int": Message("a number"),
    "float": Message("a number"),
    "bool": Message("yes or no"),
    "str": Message("a text"),
    "Markup": Message("a text"),
    "list": Message("a list"),
    "tuple": Message("a list"),
    "range": Message("a list"),
    "dict": Message("a record"),
    "NoneType": Message("nothing"),
    "Macro": Message("a macro"),
}
_MARKS = {
    "begin of statement block": "{%",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "end of print statement": "}}",
    "begin of comment": "{#",
    "end of comment": "#}",
    "template data / text": Message("a text"),
    "end of template": Message("the end of the template"),
    "name": Message("a name"),
    "integer": Message("a number"),
    "float": Message("a number"),
    "string": Message("a text in quotes"),
}

_Wording = Callable[..., Message]
_SAID: tuple[tuple[str, _Wording], ...] = (
    # what Jinja says of how a template is written
    (
        r"Encountered unknown tag '(?P<tag>.*?)'\. You probably made a nesting mistake\..* for '(?P<wanted>.*?)'.*",
        lambda **found: Message("the tag “{tag}” stands in a wrong place: first comes “{wanted}”", **found),
    ),
    (
        r"Encountered unknown tag '(?P<tag>.*?)'\..* closed is '(?P<open>.*?)'\.",
        lambda **found: Message("there is no tag “{tag}”, and “{open}” is still open", **found),
    ),
    (r"Encountered unknown tag '(?P<tag>.*?)'\..*", lambda **found: Message("there is no tag “{tag}”", **found)),
    (
        r"Unexpected end of template\..* closed is '(?P<open>.*?)'\.",
        lambda **found: Message("the tag “{open}” is not closed", **found),
    ),
    (r"Unexpected end of template\..*", lambda **_: Message("the template ends too early")),
    (r"Missing end of comment tag", lambda **_: Message("the comment {{# is not closed")),
    (r"Missing end of raw directive", lambda **_: Message("the tag “{open}” is not closed", open="raw")),
    (r"tag name expected", lambda **_: Message("after {{% stands the name of a tag")),
    (
        r"Block names in Jinja have to be valid.*",
        lambda **_: Message("the name of a block has letters, digits and “_” alone"),
    ),
    (r"Required blocks can only contain.*", lambda **_: Message("a required block is empty")),
    (
        r"names starting with an underline.*",
        lambda **_: Message("a name that begins with “_” cannot be imported"),
    ),
    (
        r"non-default argument follows.*",
        lambda **_: Message("an argument with a value of its own stands before one without"),
    ),
    (r"expected call", lambda **_: Message("after “call” stands the call of a macro")),
    (r"can't assign to '(?P<what>.*)'", lambda **_: Message("a value can be given to a name alone")),
    (
        r"Can't assign to special loop variable.*",
        lambda **_: Message("“loop” is the loop's own name: choose another one"),
    ),
    (
        r"expected token '(?P<wanted>.*?)', got '(?P<found>.*?)'",
        lambda wanted, found: Message(
            "{wanted} must stand here, not {found}", wanted=_mark(wanted), found=_mark(found)
        ),
    ),
    (
        r"unexpected end of template, expected '(?P<wanted>.*?)'\.",
        lambda wanted: Message("the template ends where {wanted} must stand", wanted=_mark(wanted)),
    ),
    (
        r"unexpected '(?P<found>.*?)', expected '(?P<wanted>.*?)'",
        lambda **found: Message(
            "{wanted} must stand here, not {found}", wanted=_mark(found["wanted"]), found=_mark(found["found"])
        ),
    ),
    (
        r"unexpected char ['\"](?P<found>.*)['\"] at \d+",
        lambda found: Message("the sign “{found}” is not understood here", found=found),
    ),
    (
        r"unexpected '(?P<found>.*?)'",
        lambda found: Message("{found} is not expected here", found=_mark(found)),
    ),
    (
        r"Expected an expression, got '(?P<found>.*?)'",
        lambda found: Message("a value must stand here, not {found}", found=_mark(found)),
    ),
    (r"expected (?:name or number|subscript expression)", lambda **_: Message("after the point stands a name")),
    (r"invalid syntax for function call.*", lambda **_: Message("arguments stand in a wrong order")),
    (r"You cannot chain multiple tests with is", lambda **_: Message("one “is” may not follow another")),
    (r"Invalid character in identifier", lambda **_: Message("a name has a sign that no name may have")),
    (
        r"(?:truncated|end of string|illegal|unknown).*|malformed.*|\\ at end of string",
        lambda **_: Message("after “\\” stands no sign that is known"),
    ),
    (r"block '(?P<name>.*?)' defined twice", lambda **found: Message("the block “{name}” is there twice", **found)),
    (r"cannot use extend from a non top-level scope", lambda **_: Message("“extends” may not stand inside a tag")),
    (r"When defining macros or call blocks.*", lambda **_: Message("“caller” cannot be an argument of a macro")),
    (
        r"No filter named '(?P<name>.*?)'(?: found)?\..*",
        lambda **found: Message("there is no filter “{name}” here", **found),
    ),
    (
        r"No test named '(?P<name>.*?)'(?: found)?\..*",
        lambda **found: Message("there is no test “{name}” here", **found),
    ),
    # what Jinja says of values that are missing
    (
        r"parameter '(?P<name>.*?)' was not provided",
        lambda **found: Message("the macro lacks the argument “{name}”", **found),
    ),
    (
        r"the template '?(?P<file>.*?)'? \(imported on .*? does not export the requested name '(?P<name>.*?)'",
        lambda **found: Message("the template “{file}” has no “{name}”", **found),
    ),
    (
        r"the inline if-expression on .*",
        lambda **_: Message("the condition is not met, and no “else” says what comes then"),
    ),
    (
        r"there is no parent block called '(?P<name>.*?)'\.",
        lambda **found: Message("there is no block “{name}” above this one", **found),
    ),
    (r"No (?:first|last|aggregated) item, sequence was empty\.", lambda **_: Message("the list is empty")),
    (
        r"there is no (?:next|previous) item",
        lambda **_: Message("there is nothing before the first and after the last turn of a loop"),
    ),
    (r"No caller defined", lambda **_: Message("the macro wants to be called by “call”")),
    (r"extended multiple times", lambda **_: Message("“extends” stands here a second time")),
    (r"Required block '(?P<name>.*?)' not found", lambda **found: Message("the block “{name}” must be there", **found)),
    (r"Tried to call non recursive loop.*", lambda **_: Message("only a loop with “recursive” can call itself")),
    (
        r"macro '(?P<name>.*?)' takes no keyword argument '?(?P<word>.*?)'?",
        lambda **found: Message("the macro “{name}” has no argument “{word}”", **found),
    ),
    (
        r"macro '(?P<name>.*?)' takes not more than (?P<n>\d+) argument\(s\)",
        lambda **found: Message("the macro “{name}” takes no more than so many arguments: {n}", **found),
    ),
    (
        r"macro '(?P<name>.*?)' was invoked with two values for the special caller.*",
        lambda **found: Message("the macro “{name}” is called by “call” alone", **found),
    ),
    (
        r"cannot assign attribute on non-namespace object",
        lambda **_: Message("a value can be given to a name alone, or to one of “namespace()”"),
    ),
    (
        r"at least one item has to be provided|no items for cycling given",
        lambda **_: Message("there is nothing to go round in"),
    ),
    (r"You can only sort by either .*", lambda **_: Message("a record is sorted by “key” or by “value”")),
    (
        r"method must be common, ceil or floor",
        lambda **_: Message("a number is rounded by “common”, “ceil” or “floor”"),
    ),
    (
        r"map requires a filter argument|Missing parameter for attribute name",
        lambda **_: Message("the filter lacks its argument"),
    ),
    (
        r"Unexpected keyword argument '(?P<word>.*?)'|.* got an unexpected keyword argument '(?P<other>.*?)'",
        lambda word, other: Message("there is no argument “{word}”", word=word or other),
    ),
    # what Python says of values, in the words of all its versions
    (
        r".*(?:division|modulo) by zero|float modulo|0\.0 cannot be raised.*|zero to a negative power",
        lambda **_: Message("division by zero"),
    ),
    (r"(?:max|min)\(\) .*empty.*", lambda **_: Message("the list is empty")),
    (
        (
            r"'(?P<kind>.*?)' object is not iterable|cannot unpack non-iterable (?P<other>.*?) object"
            r"|argument of type '(?P<third>.*?)' is not .*"
            r"|.*argument after \*+ must be .*, not (?P<fourth>.*)"
        ),
        lambda kind, other, third, fourth: Message(
            "this is no list but {kind}", kind=_kind(kind or other or third or fourth)
        ),
    ),
    (r"(?:not enough|too many) values to unpack.*", lambda **_: Message("there are more names than values, or fewer")),
    (
        r"unsupported operand type\(s\) for (?P<sign>.*?): '(?P<left>.*?)' and '(?P<right>.*?)'",
        lambda sign, left, right: Message(
            "“{sign}” does not go with {left} and {right}", sign=sign, left=_kind(left), right=_kind(right)
        ),
    ),
    (
        r"'(?P<sign>.*?)' not supported between instances of '(?P<left>.*?)' and '(?P<right>.*?)'",
        lambda sign, left, right: Message(
            "“{sign}” does not go with {left} and {right}", sign=sign, left=_kind(left), right=_kind(right)
        ),
    ),
    (
        r"can only concatenate (?P<left>\S+) \(not \"(?P<right>.*?)\"\) to \S+",
        lambda left, right: Message(
            "“{sign}” does not go with {left} and {right}", sign="+", left=_kind(left), right=_kind(right)
        ),
    ),
    (
        r"bad operand type for (?:unary|abs).*?: '(?P<kind>.*?)'",
        lambda kind: Message("one cannot count with {kind}", kind=_kind(kind)),
    ),
    (
        r"can't multiply sequence by non-int of type '(?P<kind>.*?)'",
        lambda kind: Message("a text is repeated by a whole number, not by {kind}", kind=_kind(kind)),
    ),
    (
        r"(?:cannot use '.*' as a .* \()?unhashable type: '(?P<kind>.*?)'\)?",
        lambda kind: Message("{kind} cannot be a key", kind=_kind(kind)),
    ),
    (
        r"'(?P<kind>.*?)' object has no attribute '(?P<name>.*?)'",
        lambda kind, name: Message("{kind} has no “{name}”", kind=_kind(kind), name=name),
    ),
    (r"object of type '(?P<kind>.*?)' has no len\(\)", lambda kind: Message("{kind} has no length", kind=_kind(kind))),
    (
        r"'(?P<kind>.*?)' object is not (?:subscriptable|reversible|callable|a mapping)",
        lambda kind: Message("this is no list but {kind}", kind=_kind(kind or "")),
    ),
    (
        r"(?:substring|subsection) not found|.* is not in (?:list|tuple)|(?:list|tuple)\.(?:index|remove)\(.*",
        lambda **_: Message("it is not found in there"),
    ),
    (
        (
            r"'(?P<kind>.*?)' object cannot be interpreted as an integer"
            r"|type (?P<other>\S+) doesn't define __round__ method"
        ),
        lambda kind, other: Message("a number must stand here, not {kind}", kind=_kind(kind or other)),
    ),
    (r"can only join an iterable|(?:argument must be|object is not) iterable", lambda **_: Message("this is no list")),
    (r"Can only get item pairs from a mapping\.", lambda **_: Message("this is no record")),
    (
        r"The loop must have the 'recursive' marker.*",
        lambda **_: Message("only a loop with “recursive” can call itself"),
    ),
    (r"slice step cannot be zero", lambda **_: Message("a slice cannot go in steps of nothing")),
    (r"name '(?:inf|nan)' is not defined", lambda **_: Message("a number has too many digits")),
    (r"Exceeds the limit .*", lambda **_: Message("a number has too many digits")),
    (r"(?:could not convert|invalid literal).*", lambda **_: Message("this text is no number")),
    (r"embedded null .*", lambda **_: Message("a name has a sign that no name may have")),
    (
        (
            r".*(?:must be|expected|expects|takes|requires|required|integer argument|missing|arguments?\b"
            r"|slice indices|descriptor|format|converted|separator|incomplete).*"
        ),
        lambda **_: Message("the arguments do not fit"),
    ),
)
_MOST_LETTERS = 300  # of a sentence: Python quotes values of any length


def foreign(said: str) -> Message:
    """Return a sentence of Jinja's or Python's in our words, or a general one that quotes it."""
    said = said if len(said) <= _MOST_LETTERS else said[:_MOST_LETTERS] + "…"
    for pattern, words in _SAID:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return words(**found.groupdict())
    return Message("it does not fit here (in the words of the program: “{said}”)", said=" ".join(said.split()))


def _kind(name: str) -> Message:
    return _KINDS.get(name.rpartition(".")[2], Message("something else"))


def _mark(name: str) -> Message:
    mark = _MARKS.get(name, name)
    return mark if isinstance(mark, Message) else Message("“{text}”", text=mark)
