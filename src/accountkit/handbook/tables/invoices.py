"""Invoices and payments read: what was asked of clients for deals, and what was received.

Both are in the currency of their deal; a payment may be below zero, an invoice may not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accountkit.facts.deals import Deal
from accountkit.facts.invoices import Invoice, Payment
from accountkit.handbook import cells as cell
from accountkit.handbook.mapping import InvoicesTable, PaymentsTable
from accountkit.handbook.reading import Reading, Register, Source
from accountkit.handbook.tables.amounts import Amounts, Currencies
from accountkit.handbook.tables.deals import deal_named
from accountkit.handbook.tables.found import Found
from accountkit.values.money import Money

__all__ = ["read_invoices", "read_payments"]


def read_invoices(
    table: InvoicesTable,
    source: Source,
    deals: Mapping[str, Deal] | None,
    register: Register | None = None,
) -> Found[Invoice]:
    """Read invoices.

    Given ``deals``, an invoice for any other deal, or in another currency than the deal, is a
    problem; so is the same invoice twice.
    """
    reading = Reading(source, table.layout)
    columns, day = table.columns, cell.remembered(cell.date_in(table.layout))
    currencies = Currencies(reading, table.currency, columns.currency, table.layout)
    ident = reading.column(columns.id, cell.name, "columns", "id")
    deal = reading.joined(columns.deal, "columns", "deal")
    dated = reading.column(columns.date, day, "columns", "date")
    amount = Amounts.of(reading, columns.amount, currencies, "amount")
    due = reading.optional(columns.due, day, "columns", "due")
    known = Register() if register is None else register

    def invoice(line: int, cells: Sequence[str]) -> Invoice:
        subject = f"invoice {ident(cells)}"
        name, about = deal_named(deal, cells, deals, subject)
        found = Invoice(
            id=ident(cells), deal=name, date=dated(cells), amount=amount(cells), due=due(cells)
        )
        if found.amount.amount < 0:
            raise amount.wrong(
                subject, f"is for {found.amount}", "enter what is given back as a return"
            )
        _check_currency(amount, subject, found.amount, about)
        earlier = known.earlier(found.id, source.name, line)
        if earlier is not None:
            raise ident.wrong(subject, f"stands already {earlier}", "keep one")
        return found

    return Found(rows=reading.rows(invoice), problems=reading.problems)


def read_payments(
    table: PaymentsTable,
    source: Source,
    deals: Mapping[str, Deal] | None,
    invoices: Mapping[str, Invoice] | None,
    register: Register | None = None,
) -> Found[Payment]:
    """Read payments.

    Given ``deals`` and ``invoices``, a payment for any other deal, in another currency than the
    deal, or for another deal's invoice is a problem; so is the same payment twice.
    """
    reading = Reading(source, table.layout)
    columns, day = table.columns, cell.remembered(cell.date_in(table.layout))
    currencies = Currencies(reading, table.currency, columns.currency, table.layout)
    ident = reading.column(columns.id, cell.name, "columns", "id")
    deal = reading.joined(columns.deal, "columns", "deal")
    dated = reading.column(columns.date, day, "columns", "date")
    amount = Amounts.of(reading, columns.amount, currencies, "amount")
    settled = reading.optional(columns.invoice, cell.name, "columns", "invoice")
    known = Register() if register is None else register

    def payment(line: int, cells: Sequence[str]) -> Payment:
        subject = f"payment {ident(cells)}"
        name, about = deal_named(deal, cells, deals, subject)
        found = Payment(
            id=ident(cells),
            deal=name,
            date=dated(cells),
            amount=amount(cells),
            invoice=settled(cells),
        )
        _check_currency(amount, subject, found.amount, about)
        problem = _invoice_problem(found, invoices)
        if problem is not None:
            raise ident.wrong(subject, problem, "name an invoice of the deal, or none")
        earlier = known.earlier(found.id, source.name, line)
        if earlier is not None:
            raise ident.wrong(subject, f"stands already {earlier}", "keep one")
        return found

    return Found(rows=reading.rows(payment), problems=reading.problems)


def _check_currency(amount: Amounts, subject: str, money: Money, deal: Deal | None) -> None:
    if deal is not None and deal.amount.currency != money.currency:
        raise amount.wrong(
            subject,
            f"is in {money.currency}, and deal {deal.id} in {deal.amount.currency}",
            "write it in the currency of the deal",
        )


def _invoice_problem(payment: Payment, invoices: Mapping[str, Invoice] | None) -> str | None:
    if payment.invoice is None or invoices is None:
        return None
    invoice = invoices.get(payment.invoice)
    if invoice is None:
        return f"names invoice {payment.invoice}, which is not known"
    if invoice.deal != payment.deal:
        return f"is for deal {payment.deal}, and invoice {invoice.id} for deal {invoice.deal}"
    return None
