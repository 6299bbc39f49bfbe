"""Proves which sentences say a status of their row, and which only have its word among others."""

from __future__ import annotations

import pytest

from roadmapc.checks.rules._status_words import Claim, claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Исполнено", Claim.DONE),
        ("исполнено.", Claim.DONE),
        ("Выполнено полностью.", Claim.DONE),
        ("Выполнено в полном объёме", Claim.DONE),
        ("Полностью выполнено", Claim.DONE),
        ("Исполнено 27.05.2022.", Claim.DONE),
        ("Исполнено 27 мая 2022 г.", Claim.DONE),
        ("Исполнено, приказ издан", Claim.DONE),
        ("Исполнено: приказ издан", Claim.DONE),
        ("Исполнено – приказ издан", Claim.DONE),
        ("Исполнено (приказ № 5)", Claim.DONE),
        ("Статус: исполнено", Claim.DONE),
        ("Мероприятие выполнено.", Claim.DONE),
        ("Работа завершена", Claim.DONE),
        ("Поручение исполнено", Claim.DONE),
        ("Проведен опрос 214 педагогов. Исполнено.", Claim.DONE),
        ("Проведен опрос\nВыполнено", Claim.DONE),
        ("Исполнено в срок", Claim.IN_TIME),
        ("Исполнено в установленный срок.", Claim.IN_TIME),
        ("Выполнено досрочно", Claim.IN_TIME),
        ("Своевременно выполнено", Claim.IN_TIME),
        ("Исполнено с нарушением срока", Claim.LATE),
        ("Исполнено с нарушением установленного срока", Claim.LATE),
        ("Выполнено не в срок", Claim.LATE),
        ("Выполнено с опозданием", Claim.LATE),
        ("Исполнено частично", Claim.PARTLY),
        ("Частично исполнено", Claim.PARTLY),
        ("Выполнено не полностью", Claim.PARTLY),
        ("Не выполнено в полном объеме", Claim.PARTLY),
        ("Не исполнено", Claim.NOT_DONE),
        ("Мероприятие не выполнено: карантин", Claim.NOT_DONE),
        ("Работа не завершена.", Claim.NOT_DONE),
        ("Не исполнено в срок", Claim.NOT_IN_TIME),
        ("Не выполнено в установленный срок", Claim.NOT_IN_TIME),
        ("Срок не наступил", Claim.AHEAD),
        ("Срок исполнения еще не наступил.", Claim.AHEAD),
        ("В работе", Claim.OPEN),
        ("На исполнении", Claim.OPEN),
        ("Срок перенесен на 01.10.2023", Claim.MOVED),
        ("Продлено до 1 октября", Claim.MOVED),
        ("Снято с контроля", Claim.REMOVED),
        ("Исключено из плана.", Claim.EXCLUDED),
        ("Есть риск неисполнения", Claim.AT_RISK),
    ],
)
def test_a_status(text: str, claim: Claim) -> None:
    assert claims(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "План-график утвержден и выполнен, обучены 12 специалистов.",
        "План выполнен на 80 %",
        "Выполнено 3 из 9 мероприятий",
        "Выполнено 50 % работ",
        "Исполнено, кроме двух школ",
        "Выполнено, но не всеми школами",
        "Выполнено, за исключением СОШ № 3",
        "Будет исполнено в сентябре",
        "Должно быть выполнено до 1 сентября",
        "Планируется завершить в июне",
        "Исполнение поручения продолжается",
        "Исполнено поручение главы о ремонте",
        "Завершенные работы приняты",
        "Первый этап завершен",
        "Завершено обучение первой группы",
        "О выполненной работе сообщено",
        "Если не исполнено, назначается проверка",
        "Невыполненных пунктов нет",
        "Проверено, исполнено ли поручение",
        "Срок не наступил у двух школ",
        "В работе семинара участвовали 40 педагогов",
        "Заседание перенесено на июнь",
        "Исключено дублирование отчетов",
        "Два вопроса сняты с контроля главы",
        "Концепция утверждена, девять из девяти ее мероприятий проведены.",
        "",
    ],
)
def test_only_a_word_of_it(text: str) -> None:
    """A false alarm is worse than a miss."""
    assert claims(text) == []


def test_several_sentences() -> None:
    """Each says its own; a day with its full stops ends no sentence."""
    assert claims("Исполнено 27.05.2022. Снято с контроля.") == [Claim.DONE, Claim.REMOVED]


def test_very_long_words_are_read_in_no_time() -> None:
    """Whole pages of signs that end no sentence; a status far behind is passed over."""
    assert claims("." * 90_000 + "x") == []
    assert claims("Исполнено" + " " * 90_000 + "x") == [Claim.DONE]
    assert claims("продлено до " * 9_000) == [Claim.MOVED]
