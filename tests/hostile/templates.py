"""Bad templates: what stands in the section of a document, and what must be said of it, after its place.

The templates see `about` (a view), `things` ([1, 2, 3]), `text` (ten letters) and `long` (100,000 letters). «…» is the
budget's sentence.
"""

from __future__ import annotations

ENDLESS = "the template works without end: more than 5000000 steps"
CLOSED = "the template reaches for what it may not touch"

_DOUBLED = "{% set x %}{{ x }}{{ x }}{% endset %}"

MUCH: tuple[str, ...] = (
    # loops
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% for i in range(10 ** 9) %}{% endfor %}",
    "{% for i in range(99999) %}{% set a = about.title %}" + "{% set b = about.title.upper %}" * 200 + "{% endfor %}",
    "{% for i in things %}" * 18 + "{% endfor %}" * 18,
    "{% for i in range(99999) if " + " and ".join(["i != -1"] * 60) + " %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) if false %}{% endfor %}{% endfor %}",
    "{% for n in [40] recursive %}{% if n %}{{ loop([n - 1, n - 1]) }}{% endif %}{% endfor %}",
    "{% for a in range(99999) %}{% if a in range(99999) | list %}{% endif %}{% endfor %}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(50) }}",
    "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}" + "{% call m() %}" * 25 + "x" + "{% endcall %}" * 25,
    "{% for i in range(99999) %}{% include 'b.html' %}{% include 'b.html' %}{% include 'b.html' %}"
    "{% include 'b.html' %}{% include 'b.html' %}{% endfor %}",
    "{% for i in range(99999) %}{% include 'none' ignore missing %}{% endfor %}",
    "{% for i in range(99999) %}{% include ['none'] * 99 ignore missing %}{% endfor %}",
    "{% for i in range(99999) %}{% for k in cycler(*things) | string %}{% endfor %}{% endfor %}",
    "{% for i in range(99999) %}{% set x = namespace(a=i) %}{% set y = dict(a=x, b=i) %}{% endfor %}",
    # powers, numbers
    "{{ 9 ** 99999999 }}",
    "{{ 9 ** (9 ** 9) }}",
    "{{ 2 ** 0.5 }}",
    "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x ** 9 %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}{{ n.x }}",
    "{{ 5 | round(-999999999) }}",
    "{{ 5.5 | round(999999, 'ceil') }}",
    "{{ ('f' * 999999) | int(base=16) }}",
    "{{ 1.5 * 10 ** 400 }}",
    # long texts
    "{{ text * 10 ** 9 }}",
    "{{ things * 10 ** 9 }}",
    "{{ 10 ** 9 * 'x' }}",
    "{{ '%0999999999d' % 1 }}",
    "{{ '%*d' % (10 ** 9, 1) }}",
    "{{ '%.*f' % (10 ** 9, 1.5) }}",
    "{{ '%(a)999d' * 9000 % {'a': 1} }}",
    "{{ '%(a)s' * 9000 % {'a': long} }}",
    "{{ ('%r' * 9) % ([long] * 9,) }}",
    "{{ long.replace('', long) }}",
    "{{ long | replace('x', long) }}",
    "{{ long | safe | replace('x', '<' * 9) }}",
    "{{ (long | list) | join(long) }}",
    "{{ long.join(long) }}",
    "{{ ([long] * 9999) | join }}",
    "{{ ([long] * 9999) | string }}",
    "{{ [long] * 9999 }}",
    "{{ ([long] * 9999) ~ '' }}",
    "{{ ([long] * 9999) == ([long] * 9999) }}",
    "{{ long in [long] * 9999 }}",
    "{{ ([long] * 9999).count(long) }}",
    "{{ ([long] * 9999) | sort | length }}",
    "{{ ([long] * 9999) | max | length }}",
    "{{ ([long] * 9999) | unique | list | length }}",
    "{{ ([long] * 9999) | map('upper') | list | length }}",
    "{{ ([long] * 9999) | map(attribute='a.' * 999) | list | length }}",
    "{{ ([long] * 9999) | groupby('0') | length }}",
    "{% for i in range(999) %}{% set y = long.split('x') %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long[1:] %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long.upper() %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long | list %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long | replace('x', 'y') %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long | wordcount %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long | trim(long) %}{% endfor %}",
    "{% for i in range(999) %}{% set y = long.rfind('y' ~ long) %}{% endfor %}"
    "{% for i in range(9999) %}{% set y = (long ~ long).rfind('y' ~ long) %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long.count('xy') %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = 'y' in long %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long is lower %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long == long ~ 'x' %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = long | urlencode %}{% endfor %}",
    "{% for i in range(9999) %}{% set y = {long ~ i: 1} %}{% endfor %}",
    "{% for i in range(9999) %}{{ long }}{% endfor %}",
    "{% for i in range(999) %}{{ long | escape }}{% endfor %}",
    "{% for i in range(9999) %}" + "x" * 10_000 + "{% endfor %}",
    # doubling
    "{% set s = namespace(t='ab') %}{% for i in range(60) %}{% set s.t = s.t + s.t %}{% endfor %}",
    "{% set s = namespace(t='ab') %}{% for i in range(60) %}{% set s.t = s.t ~ s.t %}{% endfor %}",
    "{% set s = namespace(t='ab') %}{% for i in range(60) %}{% set s.t = '%s%s' % (s.t, s.t) %}{% endfor %}",
    "{% set s = namespace(t='ab') %}{% for i in range(60) %}{% set s.t = [s.t, s.t] | join %}{% endfor %}",
    "{% set s = namespace(t=[1]) %}{% for i in range(60) %}{% set s.t = s.t + s.t %}{% endfor %}",
    "{% set s = namespace(t=(1, 2)) %}{% for i in range(60) %}{% set s.t = s.t + s.t %}{% endfor %}",
    "{% set s = namespace(t=1) %}{% for i in range(60) %}{% set s.t = [s.t, s.t] %}{% endfor %}{{ s.t }}",
    "{% set s = namespace(t=1) %}{% for i in range(60) %}{% set s.t = [s.t, s.t] %}{% endfor %}{{ s.t == [s.t, 1] }}",
    "{% set s = namespace(t=1) %}{% for i in range(60) %}{% set s.t = (s.t, s.t) %}{% endfor %}{{ {s.t: 1} | length }}",
    "{% set s = namespace(t=1) %}{% for i in range(60) %}{% set s.t = (s.t, s.t) %}{% endfor %}{{ things[s.t] }}",
    "{% set s = namespace(t=1) %}{% for i in range(60) %}{% set s.t = (s.t, s.t) %}{% endfor %}{{ '%s' % (s.t,) }}",
    "{% set s = namespace(t=1) %}{% for i in range(60) %}{% set s.t = {'a': s.t, 'b': s.t} %}{% endfor %}{{ s.t | string }}",
    "{% set s = namespace(t=1) %}{% for i in range(60) %}{% set s.t = [s.t, s.t] %}{% endfor %}"
    "{{ [s.t, [s.t]] | sort }}",
    "{% set s = namespace(t=1) %}{% for i in range(60) %}{% set s.t = [s.t, s.t] %}{% endfor %}"
    "{% for i in [1] %}{{ loop.changed(s.t) }}{% endfor %}",
    "{% set s = namespace(t=1) %}{% set s.t = s %}{{ s }}",
    "{% set x = 'ab' %}" + _DOUBLED * 60,
    "{% set x = '&' * 99999 %}" + "{% set x = x | forceescape %}" * 60,
    "{% set x = 'ab' %}" + "{% set x = x | replace('', 'abc') %}" * 60,
    "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}{% set x = 'ab' %}" + "{% set x = m(x) %}" * 60,
    "{% filter replace('', 'abcd') %}" * 20 + "abcd" + "{% endfilter %}" * 20,
    # memory
    "{% set n = namespace(a=[]) %}{% for i in range(99999) %}{% set n.a = n.a + [i ~ text] %}{% endfor %}",
    "{% set n = namespace(a=none) %}{% for i in range(99999) %}{% for j in range(50) %}"
    "{% set n.a = {'a': n.a} %}{% endfor %}{% endfor %}",
    "{% set n = namespace(a=none) %}{% for i in range(99999) %}{% for j in range(50) %}"
    "{% set n.a = [n.a, [], [], [], []] %}{% endfor %}{% endfor %}",
    "{% set n = namespace(a=none) %}{% for i in range(99999) %}{% for j in range(50) %}"
    "{% set n.a = namespace(a=n.a) %}{% endfor %}{% endfor %}",
    "{% set n = namespace(a=none) %}{% for i in range(99999) %}{% for j in range(50) %}"
    "{% set n.a = [n.a, 'ж' * 20000] %}{% endfor %}{% endfor %}",
    "{% set n = namespace(a=none) %}{% for i in range(9999) %}{% set n.a = [n.a, ('ж' * 99999) | list] %}{% endfor %}",
    "{% set n = namespace(a=none) %}{% for i in range(9999) %}{% set n.a = [n.a, ('ж ' * 49999).split()] %}{% endfor %}",
    "{% set n = namespace(a=none) %}{% for i in range(99999) %}{% for j in range(50) %}"
    "{% macro m() %}{% endmacro %}{% set n.a = [n.a, m] %}{% endfor %}{% endfor %}",
)
"""What would never end, or take all memory: each is stopped by the budget."""
