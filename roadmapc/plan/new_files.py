"""The texts of the files beside a new roadmap, each explaining itself."""

from __future__ import annotations

OWNERS_FILE = """\
# yaml-language-server: $schema=../.vscode/owners.schema.json
# Общий справочник: ответственные и сокращения, которые встречаются в нескольких планах этой папки.
# Уберите знак # перед ключом (owners, terms) и перед строками под ним и впишите свое.

# Краткое имя: должность, как она печатается в таблице
#owners:
#  umo: {post: Начальник управления образования, name: Иванова И.И.}
#  rmo: Руководители районных методических объединений

# Сокращение: что оно значит (нужно проверке правописания)
#terms:
#  РМО: районное методическое объединение
"""

SETTINGS_FILE = """\
# Настройки roadmapc для этой папки. Уберите знак # перед строкой, чтобы она действовала.

[check]
# ignore = ["straight-quotes"]   # какие правила не проверять: имя стоит в замечании в квадратных скобках
# fail_on = "error"              # что считать неудачей: error (ошибки), warning (и предупреждения)

[calendar]
# shift = "next"                 # срок в выходной: previous – действовать накануне, next – в следующий рабочий день
# days_off = ["26.07.2027"]      # региональные выходные

[mail]
# host = "smtp.example.ru"       # через какой сервер roadmapc remind --send посылает напоминания
# user = "uo@example.ru"         # пароль – только в окружении: ROADMAPC_SMTP_PASSWORD и ROADMAPC_SMTP_HOST = host
# from = "Отдел <uo@example.ru>" # от кого письма
"""

IGNORE_FILE = """\
# Готовые документы собираются заново командой roadmapc build, в истории git они не нужны
build/
# Черновики писем roadmapc remind
letters/
"""
