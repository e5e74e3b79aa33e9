"""Russian: the Key Account Manager of the catalogue, printed for a company in Russia.

Every expected sentence is written by hand. NBSP and NNBSP are the no-break spaces that CLDR puts
into Russian figures and dates.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from accountkit.documents import approve, describe
from accountkit.documents.formats import (
    date_text,
    decimal_text,
    exact_money_text,
    list_text,
    money_text,
    percent_text,
)
from accountkit.documents.words import words_for
from accountkit.errors import Problems
from accountkit.handbook.catalogue import (
    catalogue_jurisdiction,
    catalogue_offices,
    catalogue_role,
)
from accountkit.roles import (
    ApprovalOrder,
    GeneralSection,
    GrantedLimit,
    Office,
    PartyChoice,
    PlanTitle,
    RoleChoices,
    RoleInCompany,
)
from accountkit.values.money import Money
from accountkit.values.texts import Text

NBSP, NNBSP = "\u00a0", "\u202f"
CASES = ("nom", "gen", "dat", "acc", "ins", "prep")

LINES = [
    "Должностная инструкция менеджера по работе с ключевыми клиентами",
    "ООО «Северный ветер»",
    "1. Общие положения",
    "1.1. Менеджер по работе с ключевыми клиентами относится к категории специалистов.",
    (
        "1.2. Назначение на должность и освобождение от неё производятся приказом генерального "
        "директора по представлению коммерческого директора."
    ),
    (
        "1.3. Менеджер по работе с ключевыми клиентами подчиняется непосредственно начальнику "
        "отдела продаж."
    ),
    (
        "1.4. На время отсутствия менеджера по работе с ключевыми клиентами права и обязанности по "
        "должности переходят к другому работнику, о чём объявляется в приказе по компании."
    ),
    (
        "1.5. На должность менеджера по работе с ключевыми клиентами назначается лицо, имеющее "
        "высшее образование и опыт работы в продажах не менее 2 лет."
    ),
    "1.6. В своей работе менеджер по работе с ключевыми клиентами руководствуется:",
    "     – действующим законодательством Российской Федерации;",
    "     – настоящей должностной инструкцией.",
    "2. Должностные обязанности",
    "Менеджер по работе с ключевыми клиентами выполняет следующие обязанности:",
    (
        "2.1. На основе планов отдела планирует личный объём продаж (квартальный план "
        "продаж) и личные показатели роста активной клиентской базы (план по активной клиентской "
        "базе)."
    ),
    (
        "2.6. Лично принимает заказы всех ключевых клиентов и передаёт их отделу сопровождения "
        "продаж для внесения в систему."
    ),
    (
        "2.7. При необходимости подсказывает клиенту наилучший состав заказа с учётом особенностей "
        "его бизнеса и долгосрочных целей компании."
    ),
    (
        "2.8. На условиях пункта 2.7 и с учётом состояния текущей задолженности клиента и его "
        "кредитной истории добивается наибольшего возможного заказа как по объёму, так и по "
        "ассортименту."
    ),
    (
        "2.9. Определяет размер скидки клиента, выбирая колонку прайс-листа по действующим "
        "правилам компании и в пределах лимита скидки, установленного для должности "
        f"(12,5{NBSP}%); в нестандартном случае обращается за консультацией к начальнику отдела "
        "продаж."
    ),
    (
        "2.17. По запросу руководства оценивает перспективы продаж в закреплённом сегменте и "
        "предлагает изменения ассортимента и цен."
    ),
    (
        "2.18. По решению руководства стимулирует продажи с помощью специальных программ скидок и "
        "бонусов, а также других акций."
    ),
    (
        "2.23. Выполняет служебные поручения начальника отдела продаж и вышестоящих прямых "
        "руководителей."
    ),
    "3. Права",
    "Менеджер по работе с ключевыми клиентами имеет право:",
    "3.3. Представлять коммерческому директору предложения о том, как улучшить продажи.",
    (
        "3.5. Запрашивать у руководителей подразделений и у специалистов, лично или по поручению "
        "руководителя, сведения и документы, нужные для исполнения обязанностей."
    ),
    (
        "3.6. Сообщать начальнику отдела продаж о недостатках, замеченных при исполнении "
        "обязанностей, и предлагать способы их устранить."
    ),
    "4. Ответственность",
    "Менеджер по работе с ключевыми клиентами несёт ответственность за:",
    (
        "4.1. Неисполнение или ненадлежащее исполнение обязанностей, указанных в разделе 2 "
        "настоящей должностной инструкции, — в границах, установленных трудовым законодательством "
        "Российской Федерации."
    ),
    (
        "4.3. Невыполнение квартального плана продаж, плана по активной клиентской базе или плана "
        "по новым клиентам — только в пределах переменной части оплаты труда, которая в этом "
        "случае не начисляется."
    ),
]


def forms(*words: str) -> Text:
    """A Russian text by its six cases."""
    return Text.parse({"ru": dict(zip(CASES, words, strict=True))})


SALES_PLAN = forms(
    "квартальный план продаж",
    "квартального плана продаж",
    "квартальному плану продаж",
    "квартальный план продаж",
    "квартальным планом продаж",
    "квартальном плане продаж",
)


@pytest.fixture
def in_company() -> RoleInCompany:
    """The role in an invented company of Saint Petersburg that left nothing open."""
    return RoleInCompany(
        role=catalogue_role("key-account-manager"),
        company="ООО «Северный ветер»",
        offices=catalogue_offices(),
        jurisdiction=catalogue_jurisdiction("RU"),
        choices=RoleChoices(
            role="key-account-manager",
            parties=(
                PartyChoice(party="superior", office="head-of-sales"),
                PartyChoice(party="company-head", office="general-director"),
            ),
            plans=(PlanTitle(measure="sales", title=SALES_PLAN),),
            limits=(GrantedLimit(limit="discount", share=Fraction(1, 8)),),
            approver="А. И. Соколова",
        ),
    )


def page(role: RoleInCompany) -> list[str]:
    """The lines of the printed page."""
    return describe(role, locale="ru").text("plain").splitlines()


def test_sentences_have_the_case_they_need(in_company: RoleInCompany) -> None:
    """By whose order (genitive), to whom (dative), guided by what (instrumental)."""
    printed = page(in_company)

    assert [] == [line for line in LINES if line not in printed]


def test_the_page_opens_with_the_approval_of_a_person(in_company: RoleInCompany) -> None:
    """The word in the first person, the post with a capital, the name, a date in «».

    Before them stands that this is a draft.
    """
    draft, _, word, post, name, day = page(in_company)[:6]

    assert "ПРОЕКТ" == draft
    assert ("УТВЕРЖДАЮ", "Генеральный директор") == (word, post)
    assert name.startswith("А. И. Соколова ____")
    assert day.startswith("«____» ____")


def test_an_order_approves_in_the_gender_of_the_paper(in_company: RoleInCompany) -> None:
    """The instruction is feminine, and the order by which it is approved instrumental."""
    choices = attrs.evolve(
        in_company.choices,
        approver=None,
        approved_by_order=ApprovalOrder(number="12-к", day=date(2026, 5, 4)),
    )
    printed = page(attrs.evolve(in_company, choices=choices))

    assert ["УТВЕРЖДЕНА", f"приказом от 4 мая 2026{NNBSP}г. №{NBSP}12-к", ""] == printed[2:5]
    assert not any("УТВЕРЖДАЮ" in line for line in printed)


def test_the_page_has_no_word_of_another_language(in_company: RoleInCompany) -> None:
    """No Latin letter stands in the Russian page, and the page says that it is Russian."""
    document = describe(in_company, locale="ru")

    assert "ru" == document.language
    assert [] == [
        line for line in page(in_company) if any("a" <= sign <= "z" for sign in line.lower())
    ]
    assert '<html lang="ru">' in document.text("html")
    assert "<span lang=" not in document.text("html")


@pytest.mark.parametrize(
    "superior, dative, genitive",
    [
        ("head-of-sales", "начальнику отдела продаж", "начальника отдела продаж"),
        ("development-director", "директору по развитию", "директора по развитию"),
        ("commercial-director", "коммерческому директору", "коммерческого директора"),
    ],
)
def test_whoever_is_chosen_stands_in_the_right_case(
    in_company: RoleInCompany, superior: str, dative: str, genitive: str
) -> None:
    """Subordination and consultation take the dative, the superior's assignments the genitive."""
    parties = (
        PartyChoice(party="superior", office=superior),
        PartyChoice(party="company-head", office="director"),
    )
    choices = attrs.evolve(in_company.choices, parties=parties)
    text = "\n".join(page(attrs.evolve(in_company, choices=choices)))

    assert f"подчиняется непосредственно {dative}." in text
    assert f"обращается за консультацией к {dative}." in text
    assert f"Сообщать {dative} о недостатках" in text
    assert f"служебные поручения {genitive} и вышестоящих" in text
    assert "приказом директора по представлению коммерческого директора." in text


def test_an_office_of_the_company_needs_all_cases(in_company: RoleInCompany) -> None:
    """A company's own superior is declined by the company; its words go into the same sentences."""
    head = Office(
        id="head-of-sales",
        title=forms(
            "руководитель службы сбыта",
            "руководителя службы сбыта",
            "руководителю службы сбыта",
            "руководителя службы сбыта",
            "руководителем службы сбыта",
            "руководителе службы сбыта",
        ),
    )
    others = tuple(office for office in in_company.offices if office.id != head.id)
    text = "\n".join(page(attrs.evolve(in_company, offices=(head, *others))))

    assert "подчиняется непосредственно руководителю службы сбыта." in text


def test_a_missing_case_is_told_with_clause_language_and_form(in_company: RoleInCompany) -> None:
    """Nothing is printed when a sentence needs a case that nobody wrote down."""
    role = in_company.role
    general, *sections = role.sections
    assert isinstance(general, GeneralSection)
    clauses = tuple(
        attrs.evolve(clause, text=Text.of(ru="Подчиняется {party superior datt}."))
        if clause.id == "general.subordination"
        else clause
        for clause in general.clauses
    )
    broken = attrs.evolve(role, sections=(attrs.evolve(general, clauses=clauses), *sections))

    with pytest.raises(Problems) as refused:
        describe(attrs.evolve(in_company, role=broken), locale="ru")

    assert (
        "clause general.subordination, in {party superior datt}: is missing in ru, form datt; "
        "add it; ru has acc, dat, gen, ins, nom, prep"
    ) == str(refused.value)


@pytest.mark.parametrize(
    "months, form, expected",
    [
        (6, "nom", "6 месяцев"),
        (12, "nom", "1 год"),
        (24, "nom", "2 года"),
        (60, "nom", "5 лет"),
        (24, "gen", "2 лет"),
        (12, "gen", "1 года"),
    ],
)
def test_counted_nouns_follow_their_number(months: int, form: str, expected: str) -> None:
    """One, few and many; "не менее" takes the genitive."""
    assert expected == words_for("ru").duration(months, form)


def test_a_date_has_its_month_in_the_genitive() -> None:
    """The month as it is said with a day, and the year with its short word."""
    assert f"4 мая 2026{NNBSP}г." == date_text(date(2026, 5, 4), locale="ru")
    assert f"1 августа 2026{NNBSP}г." == date_text(date(2026, 8, 1), locale="ru")


@pytest.mark.parametrize(
    "amount, currency, expected",
    [
        ("1234.50", "RUB", f"1{NBSP}234,50{NBSP}₽"),
        ("0.05", "RUB", f"0,05{NBSP}₽"),
        ("-1234567.00", "RUB", f"-1{NBSP}234{NBSP}567,00{NBSP}₽"),
        ("1234.50", "PHP", f"1{NBSP}234,50{NBSP}PHP"),
        ("1500", "JPY", f"1{NBSP}500{NBSP}¥"),
    ],
)
def test_money_has_its_sign_after_the_figure(amount: str, currency: str, expected: str) -> None:
    """Thousands, kopecks and sign hold together with spaces that never break."""
    assert expected == money_text(Money.of(amount, currency), locale="ru")


def test_figures_have_a_comma_and_no_breaks() -> None:
    """Exact sums, numbers and percents are written with every digit."""
    assert f"8{NBSP}200,30236{NBSP}₽" == exact_money_text(Decimal("8200.30236"), "RUB", locale="ru")
    assert f"1{NBSP}234{NBSP}567,5" == decimal_text(Decimal("1234567.5"), locale="ru")
    assert f"12,5{NBSP}%" == percent_text(Fraction(1, 8), locale="ru")
    assert f"100{NBSP}%" == percent_text(Fraction(1), locale="ru")


@pytest.mark.parametrize(
    "items, expected",
    [(["а"], "а"), (["а", "б"], "а и б"), (["а", "б", "в"], "а, б и в")],
)
def test_a_list_has_no_comma_before_its_last_word(items: list[str], expected: str) -> None:
    """Unlike English and Filipino."""
    assert expected == list_text(items, locale="ru")


def test_an_approved_version_prints_as_the_draft_did(in_company: RoleInCompany) -> None:
    """A version keeps its words; its lines are drawn in the way of its language, as before."""
    version = approve(
        in_company,
        number=2,
        by="sokolova",
        on=date(2026, 4, 20),
        effective_from=date(2026, 5, 4),
        languages=["ru"],
    )
    lines = describe(version, locale="ru").text("plain").splitlines()

    assert page(in_company)[:4] == ["ПРОЕКТ", "", *lines[:2]]
    assert "«____» ____________ ______" == lines[3]
    assert "Редакция 2" in lines
    assert f"Действует с 4 мая 2026{NNBSP}г." in lines


def test_people_sign_in_russian(in_company: RoleInCompany) -> None:
    """The word of agreement, and a sheet on which it is said what was read."""
    version = approve(
        in_company,
        number=1,
        by="sokolova",
        on=date(2026, 4, 20),
        effective_from=date(2026, 5, 4),
        languages=["ru"],
    )
    head = next(office for office in in_company.offices if office.id == "head-of-sales")
    document = describe(
        version, locale="ru", agreement=[head], acquaintance=["Анна Ильинична Морозова"]
    )
    lines = document.text("plain").splitlines()
    agreed = lines.index("СОГЛАСОВАНО")

    assert [
        "Начальник отдела продаж",
        "Инициалы, фамилия ________________",
        "«____» ____________ ______",
    ] == lines[agreed + 1 : agreed + 4]
    assert "Лист ознакомления" in lines
    assert "С должностной инструкцией ознакомлен(а)" in lines
