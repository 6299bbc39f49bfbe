"""The English of the format's page: the fields of the model are described in Russian, for editors and authors."""

from __future__ import annotations

INTRO = """\
A roadmap is one text file of keys and values. Here is every key, its meaning, an example and where it is printed.
`roadmapc new` writes a file with every key explained; in an editor the schema completes keys. All values are text:
`1.10` stays 1.10, `№ 5` needs no quotes; a text with a colon and a space, with a hash behind a space, or one that
begins with a sign of YAML is put in quotes: `'Цель: развитие'`."""
SHARED = """\
`owners.yaml` beside the roadmaps holds what several of them share. A roadmap's own entries come first."""

BASE = """\
What a region gives to all its municipalities stands in one file, which their roadmaps name by `extends:`. It belongs
to no municipality and is not built; `check` tells of its problems once, whatever number of roadmaps extend it. A
roadmap writes what is otherwise with it: the keys that it names stand in the place of those of the base plan, all
else is taken over. Sections and rows are changed by their ids, so give them some: `fmt --ids` does it."""
BASE_RULES = """\
A row of its own stands at the end of its list or after the one that `after:` names; `removed:` drops a row and says
why. In the place of a role stands the owner whom `roles:` names, or whom the roadmap's `owners:` gives under the name
of the role. A record (`document`, `table`, `calendar`, `passport`) is changed key by key, any other value as a whole.
There is one level: a base plan extends no other. A signed roadmap keeps the digest of its base plan in `extends:
{file, digest}`: if that changes, nothing is built until somebody has decided what holds."""

WORDS = {
    "Базовый план": "The base plan",
    "Формат дорожной карты": "The format of a roadmap",
    "Где что печатается": "What is printed where",
    "Приказ": "order",
    "Приложение": "attachment",
    "Общий справочник": "The shared directory",
    "Ключи верхнего уровня": "Keys at the top",
    "Так же пишутся": "Written alike:",
    "Если нужен только первый ключ, вместо записи пишут один текст.": (
        "Where only the first key is needed, its text alone is written."
    ),
    "Ключ": "Key",
    "Что это": "Meaning",
    "Пример": "Example",
    "Где печатается": "Printed",
    "обязателен": "required",
    "не печатается": "not printed",
    "см.": "see",
    "вместо акта: гриф «УТВЕРЖДАЮ»": "instead of the act: «УТВЕРЖДАЮ»",
    "лист ознакомления": "acquaintance sheet",
    "лист согласования": "agreement sheet",
    "контрольный лист": "checklist",
    "календарный план, циклограмма, контрольный лист": "calendar plan, cyclogram, checklist",
    "не печатается: по нему различаются одноименные районы": "not printed: tells districts of one name apart",
    "календарный план, циклограмма; по нему считаются сроки": "calendar plan, cyclogram; deadlines are dated by it",
    "как у мероприятия": "as that of an activity",
    "шапка таблицы": "head of the table",
    "под таблицей": "below the table",
    "в пустой дате грифа": "in the blank date of the approval",
    "левее грифа": "at the left of the approval",
    "перед таблицей мероприятий или в строке паспорта": "before the table of activities, or in a row of the passport",
    "в строке паспорта": "in a row of the passport",
    "отдельное приложение": "a further attachment",
}
"""What the page says by itself."""

MEANINGS = {
    "Activity.serves": (
        "Serves",
        "Ids of the indicators or rows of the base plan for which it is done; a row taken from there knows it itself.",
    ),
    "Activity.together": (
        "Parts in one row",
        "Sub-items print in the row of the activity: «1) …», «2) …» in each column in which they differ.",
    ),
    "Approval.year": ("Year of a blank date", "Printed while the day is not known: «____» __________ 2026 г."),
    "Approval.beside": ("Other approvals", "Printed at the left, side by side: СОГЛАСОВАНО, ПРИНЯТ."),
    "Attachment.number": ("Number", "The attachment's number: «Приложение № 2»."),
    "Attachment.kind": (
        "Kind of document",
        "The approval word agrees with it; empty: only «Приложение № 2 к приказу …» is printed.",
    ),
    "Attachment.title": ("Title", "The whole title of the attachment."),
    "Attachment.preface": ("Text before the table", "Explanatory note, goals, tasks; or a plain list."),
    "Attachment.passport": ("Passport", "The table of the passport."),
    "Attachment.indicators": ("Indicators", "The table of indicators by year, before the activities."),
    "Attachment.table": ("Table", "How the table is printed."),
    "Attachment.sections": ("Sections", "Sections of the table with activities."),
    "Attachment.tables": ("Tables", "Several tables, each with columns and sections of its own."),
    "Attachment.signature": ("Author's signature", "Below the table; several as a list."),
    "Cell.text": ("Text", "The words of the cell."),
    "Cell.dates": ("Dates", "For a column of deadlines: days, or first – last."),
    "Cell.who": ("Who", "For a column of owners: aliases or words; elsewhere paragraphs."),
    "Cell.same_as_above": ("As above", "The cell is shared with the row above."),
    "Column.key": ("Key", "What rows call the column: Latin letters, digits, hyphens. Empty: what is in it."),
    "Column.is": (
        "What is in it",
        "number, activity, start, deadline, owners, result, text, blank (filled in by hand); empty: by the key.",
    ),
    "Column.heading": ("Heading", "The column's heading; empty: the usual one for what is in it."),
    "Column.width": ("Width", "In millimetres; empty: as the texts need."),
    "DeadlineCell.same_as_above": ("As above", "The cell is shared with the row above."),
    "FurtherApproval.word": ("Word", "The first line, in capitals."),
    "FurtherApproval.act": ("Act or body", "The lines below the word."),
    "FurtherApproval.by": ("By whom", "Position, a line to sign on, a date."),
    "FurtherApproval.date": ("Date", "Empty: written by hand."),
    "FurtherApproval.number": ("Number", "The act's number, without №."),
    "Indicator.id": ("Id", "By it rows name the indicator in `serves`."),
    "Indicator.name": ("Indicator", "What is measured."),
    "Indicator.unit": ("Unit", "In what it is measured."),
    "Indicator.values": ("Values", "One for each year."),
    "Indicators.title": ("Heading", "Above the table of indicators."),
    "Indicators.years": ("Years", "The headings of the columns of values."),
    "Indicators.rows": ("Indicators", "The rows in order."),
    "Part.orientation": ("Sheet", "landscape: the part is printed on a sheet on its side."),
    "ResultCell.text": ("Result", "The words of the cell."),
    "ResultCell.same_as_above": ("As above", "The cell is shared with the row above."),
    "Roadmap.indicators": ("Indicators", "The table of indicators by year, before the activities."),
    "Roadmap.tables": (
        "Tables",
        "Several tables, each with columns and sections of its own: in the place of `table` and `sections`.",
    ),
    "Roadmap.attachments": ("Further attachments", "Attachments to the same order besides the roadmap itself."),
    "Section.period": (
        "Period",
        "The time of the section's deadlines; «Сентябрь 2026» in the title is understood by itself.",
    ),
    "Table.id": ("Id", "The table's name where there are several: rows are called by it."),
    "Table.period": ("Period", "The time of the table's deadlines, where it is shorter than the document's."),
    "Table.sections": ("Sections", "The sections of this table; those of the only table stand at the top level."),
    "Table.notes": ("Notes", "Printed below the table."),
    "About.kind": (
        "Kind of document",
        "The approval word agrees with it: УТВЕРЖДЕНА, УТВЕРЖДЁН, УТВЕРЖДЕНО, УТВЕРЖДЕНЫ.",
    ),
    "About.title": ("Title", "The whole title, as it is printed."),
    "About.period": ("Period", "The time it is for: years, a school year, months or exact dates."),
    "Acquainted.name": ("Who", "Surname and initials."),
    "Acquainted.position": ("Position", "Empty: written by hand."),
    "Activity.id": ("Id", "The row's lasting name: Latin letters, digits, hyphens."),
    "Activity.number": ("Number", "The printed number where it is not computed."),
    "Activity.activity": ("Activity", "The text of the activity; it may hold lists."),
    "Activity.deadline": ("Deadline", "The words of the column, or words and dates."),
    "Activity.owners": ("Owners", "Who answers for it."),
    "Activity.result": ("Result", "A document or an indicator."),
    "Activity.activities": ("Sub-items", "Rows of the next level."),
    "Approval.attachment": ("Mark of attachment", "The first line. Empty: «Приложение»; under «УТВЕРЖДАЮ» nothing."),
    "Approval.form": ("Form", "I: «Приложение к приказу …»; II: «Приложение» and below it УТВЕРЖДЕНА."),
    "Approval.word": ("Approval word", "Where it cannot be taken from the kind of document."),
    "Approval.act": ("Act", "Form II: in the instrumental («приказом …»); form I: in the dative («к приказу …»)."),
    "Approval.by": ("By whom", "Instead of an act: «УТВЕРЖДАЮ» with position, a line to sign on and a date."),
    "Approval.date": ("Date", "Empty: the order's date, or «от _____» in a draft."),
    "Approval.number": ("Number", "Empty: the order's number, or «№ _____»."),
    "CalendarSettings.shift": (
        "A deadline on a day off",
        "When to act: previous – the working day before, next – the next one (ст. 193 ГК РФ), keep – that very day.",
    ),
    "CalendarSettings.yearly": (
        "Yearly cycle",
        "What «ежегодно» means: auto – a school year in a plan for one, else a calendar year.",
    ),
    "CalendarSettings.terms": ("School quarters", "First to fourth."),
    "CalendarSettings.holidays": ("School breaks", "Autumn, winter, spring, summer."),
    "CalendarSettings.days_off": ("Days off", "Regional ones: days, or first – last."),
    "CalendarSettings.working_days": ("Working days", "Days that are worked in spite of the calendar."),
    "Amendment.kind": ("Kind", "By what act the document was amended."),
    "Amendment.date": ("Date", "The day of that act."),
    "Amendment.number": ("Number", "Without the sign №."),
    "Amendment.title": ("Subject", "What the act is about, without a full stop."),
    "Columns.number": ("Number", "The column of numbers."),
    "Columns.activity": ("Activity", "The column of activities."),
    "Columns.deadline": ("Deadline", "The column of deadlines."),
    "Columns.owners": ("Owners", "The column of owners."),
    "Columns.result": ("Result", "The column of results."),
    "DeadlineCell.text": ("Deadline", "The words of the column."),
    "DeadlineCell.dates": ("Dates", "Days, or first – last, where the words do not name them."),
    "Letterhead.organisation": ("Organisation", "The lines of its name, from the top."),
    "Letterhead.details": ("Details", "Address, telephone, codes, by lines. Self-government bodies leave them out."),
    "Municipality.name": ("Municipality", "Its name, as in documents."),
    "Municipality.region": ("Region", "The federal subject."),
    "Order.letterhead": ("Letterhead", "Name and details of the organisation."),
    "Order.name": ("Kind of act", "Printed below the letterhead."),
    "Order.place": ("Place", "Where it was drawn up."),
    "Order.date": ("Date", "The day of signature."),
    "Order.number": ("Number", "Without №."),
    "Order.subject": ("Subject", "What the order is about, without a full stop."),
    "Order.preamble": ("Preamble", "In order to …, in accordance with …"),
    "Order.resolution": (
        "Word of resolution",
        "On a line of its own; with a small letter at the end of the preamble. The program sets the colon.",
    ),
    "Order.items": ("Items", "Without numbers."),
    "Order.control": (
        "Control",
        "The last item; with a small letter it goes on «Контроль за исполнением настоящего приказа».",
    ),
    "Order.signature": ("Signature", "Who signs the order."),
    "Order.acquaintance": ("Acquaintance sheet", "Who reads the order and signs for it."),
    "Order.agreement": ("Agreement sheet", "Who endorses the draft."),
    "OrderItem.text": ("Text", "Without its number: the program sets it."),
    "OrderItem.items": ("Sub-items", "Numbered 1.1, 1.2, …"),
    "Owner.post": ("Post", "As it is printed in the table."),
    "Owner.name": ("Name", "Who holds the post."),
    "Owner.contacts": ("Contacts", "Telephone, mail."),
    "Owners.who": ("Who", "Aliases of the directory, or words."),
    "Owners.text": ("Printed as", "The words of the cell where they are no list."),
    "Owners.same_as_above": ("As above", "The cell is shared with the row above."),
    "Part.heading": ("Heading", "The heading of the part."),
    "Part.text": ("Text", "A blank line parts paragraphs; lines that begin with «- » or «1) » make a list."),
    "Passport.title": ("Heading", "The heading of the passport."),
    "Passport.numbers": ("Row numbers", "Number the rows of the passport."),
    "Passport.rows": ("Rows", "The rows of the passport in order."),
    "PassportRow.name": ("Name", "The left column."),
    "PassportRow.text": ("Text", "The right column."),
    "PassportRow.indicators": ("Indicators", "A table of indicators in the row of the passport, below its text."),
    "Base.base": ("Version of the format", "Always 1."),
    "Base.document": ("Document", "Kind, title, period: what is the same for all."),
    "Base.preface": ("Text before the table", "A roadmap replaces it as a whole."),
    "Base.passport": ("Passport", "A roadmap replaces its keys: of the rows all together."),
    "Base.owners": (
        "Roles",
        "Role: post. A roadmap puts an owner of its own in its place (roles), or a post under the same name.",
    ),
    "Base.table": ("Table", "How the table is printed; a roadmap changes single keys."),
    "Base.calendar": ("Calendar", "School quarters and breaks, regional days off, moving of deadlines."),
    "Base.sections": ("Sections", "Sections and rows; those with an id can be changed."),
    "Base.waivers": ("Waivers", "Problems of rows of this plan that stay, with reasons."),
    "Extends.file": ("File", "The path to the base plan from this roadmap, inside the project."),
    "Extends.digest": (
        "Digest",
        (
            "What the base plan was when it was signed: should it change, nothing is built until that is decided. "
            "`check` proposes the line."
        ),
    ),
    **{
        f"{record}.{key}": meaning
        for record in ("Section", "Activity")
        for key, meaning in {
            "after": ("After", "The row or section (id) behind which it stands."),
            "removed": ("Removed", "Why a row or section of the base plan is not here."),
            "serves": (
                "Serves",
                "The row of the base plan (id) that a row of one's own carries out; one taken from there knows it.",
            ),
        }.items()
    },
    "Roadmap.extends": (
        "Base plan",
        "The common plan of a region: its sections and rows stand in this roadmap too. Here is written what differs.",
    ),
    "Roadmap.roles": ("Roles", "Role of the base plan: alias of the owner who plays it here."),
    "Roadmap.roadmapc": ("Version of the format", "Always 1."),
    "Roadmap.form": (
        "Form",
        "A Word form: its name (tsunta is templates/tsunta.docx) or its path from here; else templates/form.docx.",
    ),
    "Roadmap.id": ("Id", "The folder's name in build/; else the file's name."),
    "Roadmap.municipality": ("Municipality", "Whose document it is."),
    "Roadmap.document": ("Document", "Kind, title, period."),
    "Roadmap.approval": ("Approval", "At the attachment's top right."),
    "Roadmap.amendments": ("Amendments", "Acts that have amended the document, in order; calendars count them."),
    "Roadmap.order": ("Order", "The order that approves the document."),
    "Roadmap.preface": ("Text before the table", "Explanatory note, goals, tasks."),
    "Roadmap.passport": ("Passport", "The table of the passport."),
    "Roadmap.owners": ("Directory of owners", "Alias: post."),
    "Roadmap.table": ("Table", "How the table is printed."),
    "Roadmap.calendar": ("Calendar", "School quarters and breaks, regional days off, moving of deadlines."),
    "Roadmap.sections": ("Sections", "Sections of the table with activities."),
    "Roadmap.signature": ("Author's signature", "Below the table; several as a list."),
    "Roadmap.waivers": ("Waivers", "Problems that stay, with reasons."),
    "Section.id": ("Id", "The row's lasting name: Latin letters, digits, hyphens."),
    "Section.number": ("Number", "The printed number where it is not computed."),
    "Section.title": ("Title", "The title of the section."),
    "Section.task": ("Task", "The line below the title."),
    "Section.deadline": ("Deadline", "The words of the column, or words and dates."),
    "Section.owners": ("Owners", "Who answers for it."),
    "Section.result": ("Result", "A document or an indicator."),
    "Section.activities": ("Activities", "The rows of the section."),
    "SharedDirectory.owners": ("Directory of owners", "Alias: post."),
    "SharedDirectory.terms": ("Terms", "A word or an abbreviation and what it means. The spelling check knows them."),
    "Signature.position": ("Position", "As it is printed on the left."),
    "Signature.name": ("Name", "Initials and surname."),
    "Table.heading": ("Heading", "Printed above the table."),
    "Table.columns": (
        "Columns",
        "Headings that are printed otherwise; or a list of columns: which there are, and in what order.",
    ),
    "Table.head": ("Head", "Print the row of headings."),
    "Table.column_numbers": ("Column numbers", "The row «1 2 3 4» below the head."),
    "Table.numbering": (
        "Numbering",
        "computed: the program sets numbers where there are none; printed: only those written.",
    ),
    "Table.section_number": (
        "Section number",
        "cell: in the column of numbers; title: with the title over the whole width.",
    ),
    "Table.owners": ("Owners' look", "comma: with commas; lines: one a line; list: a list with dashes."),
    "Table.inherited": (
        "Empty cells of parts",
        "Deadline and owners that are those of the row above: dash prints «–», merged one cell for all rows.",
    ),
    "Table.orientation": ("Sheet", "auto: landscape from five columns on."),
    "Waiver.rule": ("Rule", "A rule's name or code; several as a list."),
    "Waiver.at": ("Where", "A number, an id, section/number or a key (approval.date); several as a list."),
    "Waiver.reason": ("Reason", "Why it stays."),
    "Waiver.until": ("Until", "The last day on which it holds."),
}
"""Record and key → title and meaning."""
