"""Habagat's tables: an invented distributor's prices, clients, quotas and fifteen months of orders.

Running this file rewrites the CSV files in ``data/``; with ``--to FOLDER`` it writes them
elsewhere. The seed is fixed and every draw is a whole number of its own client's stream, so the
files come out the same, byte for byte, on every run and every Python. Who these people are and
what they are promised is in the YAML files beside it.

Money is in Philippine pesos, exact to the centavo. An order line's unit price is the client's
column of the price list less a whole percentage of discount; quantities are cases. A return is a
line of its own with negative figures, at the price of the sale it takes back.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random

SEED = "habagat-2026"
FIRST_DAY = date(2025, 1, 2)
LAST_DAY = date(2026, 3, 31)
SUNDAY = 6
HOLIDAYS = {(1, 1), (4, 9), (5, 1), (6, 12), (11, 1), (11, 30), (12, 25), (12, 30)}
CENTAVO = Decimal("0.01")
PRICE_STEP = Decimal("0.25")
RETURNED_PERCENT = 4

MARKUPS: Mapping[str, int] = {"wholesale": 16, "retail": 24, "institutional": 32, "key_account": 12}
"""Each column of the price list, and what it adds to the cost in percent."""

DISCOUNTS: Mapping[str, tuple[int, ...]] = {
    "wholesale": (0, 0, 0, 0, 2, 2, 3, 5),
    "retail": (0, 0, 0, 2, 3, 5, 5, 8),
    "institutional": (0, 0, 0, 3, 5, 5, 8, 10),
    "key_account": (0, 0, 0, 2, 2, 3),
}
"""The discounts given under each column, in percent, as often as they stand here."""

COLUMNS: Mapping[str, str] = {
    "wholesaler": "wholesale",
    "supermarket": "retail",
    "drugstore": "retail",
    "hotel": "institutional",
    "chain": "key_account",
}
"""The column of the price list that holds for each segment of clients."""

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "wholesaler": ("laundry", "dishwashing", "personal care", "oral care", "household"),
    "supermarket": ("laundry", "dishwashing", "personal care", "oral care", "household", "paper"),
    "drugstore": ("personal care", "oral care", "paper"),
    "hotel": ("laundry", "dishwashing", "household", "paper", "personal care"),
    "chain": ("laundry", "dishwashing", "personal care", "oral care", "household", "paper"),
}
"""What each segment buys."""

SEASON = (80, 88, 96, 98, 104, 98, 94, 98, 102, 108, 118, 132)
"""Order sizes from January to December, in percent of an ordinary month."""

# id | name | category | unit | cost of a case
PRODUCTS = """
LA01 | Laundry bar, blue, 380 g | laundry | case of 36 | 612.00
LA02 | Laundry bar, white, 380 g | laundry | case of 36 | 628.50
LA03 | Detergent powder, 66 g sachet | laundry | case of 216 | 1188.00
LA04 | Detergent powder, 1 kg | laundry | case of 12 | 1014.00
LA05 | Detergent powder, 2.2 kg | laundry | case of 6 | 1075.50
LA06 | Liquid detergent, 900 mL pouch | laundry | case of 12 | 1266.00
LA07 | Fabric conditioner, 24 mL sachet | laundry | case of 240 | 1128.00
LA08 | Fabric conditioner, 800 mL | laundry | case of 12 | 1146.00
LA09 | Bleach, 500 mL | laundry | case of 24 | 486.00
LA10 | Bleach, 1 gal | laundry | case of 4 | 438.00
DW01 | Dishwashing paste, 200 g | dishwashing | case of 48 | 792.00
DW02 | Dishwashing paste, 400 g | dishwashing | case of 24 | 738.00
DW03 | Dishwashing liquid, 20 mL sachet | dishwashing | case of 144 | 806.40
DW04 | Dishwashing liquid, 250 mL | dishwashing | case of 36 | 1332.00
DW05 | Dishwashing liquid, 1 gal | dishwashing | case of 4 | 915.00
DW06 | Scouring pad, 3 pieces | dishwashing | case of 72 | 1090.80
PC01 | Bath soap, white, 60 g | personal care | case of 96 | 1104.00
PC02 | Bath soap, white, 125 g | personal care | case of 72 | 1512.00
PC03 | Papaya soap, 135 g | personal care | case of 48 | 1627.20
PC04 | Shampoo, 12 mL sachet | personal care | case of 288 | 1195.20
PC05 | Shampoo, 180 mL | personal care | case of 24 | 1860.00
PC06 | Hair conditioner, 12 mL sachet | personal care | case of 288 | 1209.60
PC07 | Hand soap, liquid, 250 mL | personal care | case of 24 | 1236.00
PC08 | Isopropyl alcohol 70%, 250 mL | personal care | case of 48 | 1401.60
PC09 | Isopropyl alcohol 70%, 1 gal | personal care | case of 4 | 1062.00
PC10 | Guest soap, wrapped, 20 g | personal care | case of 500 | 1425.00
OC01 | Toothpaste, 24 g sachet | oral care | case of 144 | 1296.00
OC02 | Toothpaste, 150 mL | oral care | case of 48 | 2856.00
OC03 | Toothbrush, medium | oral care | case of 144 | 2419.20
OC04 | Mouthwash, 250 mL | oral care | case of 24 | 1752.00
PA01 | Bathroom tissue, 2-ply, 12 rolls | paper | case of 8 | 756.00
PA02 | Jumbo tissue roll, 2-ply | paper | case of 12 | 894.00
PA03 | Interfolded paper towel | paper | case of 30 | 864.00
PA04 | Table napkin, 100 sheets | paper | case of 60 | 918.00
PA05 | Facial tissue, 200 sheets | paper | case of 36 | 1548.00
HH01 | Toilet bowl cleaner, 500 mL | household | case of 24 | 1356.00
HH02 | Floor wax, red, 450 g | household | case of 24 | 1524.00
HH03 | Multi-surface cleaner, 1 gal | household | case of 4 | 834.00
HH04 | Mosquito coil, 10 pieces | household | case of 60 | 1158.00
HH05 | Trash bag, large, 10 pieces | household | case of 80 | 1436.00
"""

# id | name | segment | city | account manager | days between orders | usual cases a line |
# months with orders, first and last where they are not the whole time
CLIENTS = """
C101 | Aling Nena Wholesale | wholesaler | Caloocan | maria | 12 | 44 | ..
C102 | Balintawak Grocers Supply | wholesaler | Quezon City | maria | 14 | 52 | ..
C103 | Tandang Sora Sari-Sari Center | wholesaler | Quezon City | maria | 16 | 38 | ..
C104 | Marikina Family Mart | supermarket | Marikina | maria | 18 | 34 | ..
C105 | Novaliches Save-Well | supermarket | Quezon City | maria | 15 | 40 | ..
C106 | Botika Kalusugan | drugstore | Valenzuela | maria | 24 | 18 | ..
C107 | Navotas Harbor Trading | wholesaler | Navotas | maria | 19 | 36 | 2025-03..
C108 | Malabon Central Grocery | supermarket | Malabon | maria | 21 | 30 | ..
C109 | Commonwealth Dry Goods | wholesaler | Quezon City | maria | 17 | 34 | ..2025-01 2026-02..
C110 | San Juan Corner Pharmacy | drugstore | San Juan | maria | 26 | 16 | ..2025-05 2026-02..
C111 | Kapitolyo Neighborhood Mart | supermarket | Pasig | maria | 20 | 28 | 2026-01..
C201 | Pasay Rotonda Wholesale | wholesaler | Pasay | jose-luis | 13 | 50 | ..
C202 | Baclaran Traders Mart | wholesaler | Parañaque | jose-luis | 14 | 46 | ..
C203 | Las Piñas Homemakers | supermarket | Las Piñas | jose-luis | 17 | 36 | ..
C204 | Alabang Fresh Basket | supermarket | Muntinlupa | jose-luis | 18 | 38 | ..
C205 | Guadalupe Bagong Pag-asa Trading | wholesaler | Makati | jose-luis | 16 | 40 | ..
C206 | Botika ni Mang Isko | drugstore | Taguig | jose-luis | 25 | 16 | ..
C207 | Sucat Value Center | supermarket | Parañaque | jose-luis | 20 | 32 | 2025-02..
C208 | Pateros General Merchandise | wholesaler | Pateros | jose-luis | 22 | 34 | ..
C209 | Bicutan Mini-Grocers Union | wholesaler | Taguig | jose-luis | 19 | 30 | 2026-01..
C301 | Angeles Plaza Grocers | supermarket | Angeles | angelica | 16 | 34 | ..
C302 | San Fernando Wholesale Depot | wholesaler | San Fernando | angelica | 14 | 46 | ..
C303 | Malolos Sampaguita Store | wholesaler | Malolos | angelica | 19 | 34 | ..
C304 | Cabanatuan Farmers Grocery | supermarket | Cabanatuan | angelica | 18 | 30 | ..
C305 | Tarlac Metrotown Mart | supermarket | Tarlac City | angelica | 21 | 32 | ..
C306 | Olongapo Bayview Trading | wholesaler | Olongapo | angelica | 20 | 32 | 2025-04..2025-12
C307 | Baliuag Lucky Pharmacy | drugstore | Baliuag | angelica | 27 | 14 | ..2025-12
C308 | Meycauayan Household Mart | supermarket | Meycauayan | angelica | 17 | 36 | 2026-01..
C309 | Guagua Public Market Suppliers | wholesaler | Guagua | angelica | 15 | 38 | 2026-01..
C310 | Gapan Cooperative Store | wholesaler | Gapan | angelica | 18 | 36 | 2026-02..
C401 | Calamba Crossing Wholesale | wholesaler | Calamba | ramon | 16 | 36 | ..
C402 | Lipa Big Basket | supermarket | Lipa | ramon | 19 | 28 | ..
C403 | Batangas Pier Traders | wholesaler | Batangas City | ramon | 21 | 34 | ..
C404 | Santa Rosa Homeland Mart | supermarket | Santa Rosa | ramon | 20 | 30 | ..
C405 | Biñan Fortune Grocery | supermarket | Biñan | ramon | 22 | 26 | ..
C406 | Dasmariñas Kabisig Trading | wholesaler | Dasmariñas | ramon | 18 | 32 | ..
C407 | Lucena Botika Quezon | drugstore | Lucena | ramon | 28 | 14 | ..
C408 | Tagaytay Ridge Supermart | supermarket | Tagaytay | ramon | 24 | 22 | 2025-02..
C501 | Hotel Amihan Manila | hotel | Manila | carmela | 19 | 22 | ..
C502 | Pensionne Intramuros | hotel | Manila | carmela | 27 | 12 | ..
C503 | Makati Skyline Suites | hotel | Makati | carmela | 20 | 20 | ..
C504 | Batangas Coral Resort | hotel | Mabini | carmela | 24 | 16 | ..
C505 | Ortigas Business Inn | hotel | Pasig | carmela | 23 | 16 | ..
C506 | Tagaytay Pine Lodge | hotel | Tagaytay | carmela | 26 | 14 | ..
C507 | Quezon City Garden Hotel | hotel | Quezon City | carmela | 22 | 18 | 2025-05..
C508 | Subic Seafront Hotel | hotel | Olongapo | carmela | 21 | 18 | 2026-01..
C601 | Cebu Carbon Wholesale | wholesaler | Cebu City | paolo | 21 | 30 | ..2026-01
C602 | Mandaue Mega Grocers | supermarket | Mandaue | paolo | 22 | 26 | ..
C603 | Iloilo Plazoleta Mart | supermarket | Iloilo City | paolo | 25 | 20 | ..2025-12
C604 | Bacolod Sugar City Trading | wholesaler | Bacolod | paolo | 24 | 24 | ..2025-12
C605 | Dumaguete Boulevard Pharmacy | drugstore | Dumaguete | paolo | 29 | 10 | 2025-07..
C606 | Tagbilaran Island Stores | supermarket | Tagbilaran | paolo | 26 | 18 | 2025-08..
C607 | Ormoc Pantalan Traders | wholesaler | Ormoc | paolo | 23 | 22 | 2026-01..
C608 | Kalibo Ati Grocery | supermarket | Kalibo | paolo | 24 | 18 | 2026-02..
C901 | Perlas Hypermarket | chain | Taguig | dolores | 15 | 72 | ..
C902 | Sinag Drug Stores | chain | Mandaluyong | dolores | 20 | 48 | ..
C903 | Kubo Convenience Stores | chain | Pasig | dolores | 17 | 56 | ..
C904 | Tahanan Depot | chain | Quezon City | dolores | 22 | 50 | 2025-06..
"""

JOINED: Mapping[str, tuple[date, str]] = {"paolo": (date(2025, 6, 16), "jose-luis")}
"""Who took clients over: from which day on, and from whom."""

# person | measure | targets of the four quarters of 2026
QUOTAS = """
maria | sales | 5500000 | 5900000 | 6200000 | 7000000
maria | active-clients | 10 | 10 | 11 | 11
maria | new-clients | 2 | 2 | 2 | 1
jose-luis | sales | 5600000 | 6100000 | 6000000 | 7200000
jose-luis | active-clients | 9 | 9 | 10 | 10
jose-luis | new-clients | 2 | 2 | 1 | 1
angelica | sales | 3500000 | 3800000 | 4100000 | 4700000
angelica | active-clients | 9 | 9 | 10 | 10
angelica | new-clients | 2 | 2 | 2 | 1
ramon | sales | 3400000 | 3700000 | 3800000 | 4400000
ramon | active-clients | 8 | 8 | 9 | 9
ramon | new-clients | 1 | 1 | 1 | 1
carmela | sales | 1800000 | 1700000 | 1700000 | 2000000
carmela | active-clients | 8 | 8 | 8 | 9
carmela | new-clients | 1 | 1 | 1 | 1
paolo | sales | 1800000 | 1900000 | 2000000 | 2300000
paolo | active-clients | 6 | 7 | 8 | 8
paolo | new-clients | 2 | 2 | 2 | 2
dolores | sales | 3100000 | 3500000 | 3700000 | 4800000
"""


@dataclass(frozen=True, eq=False)
class Product:
    """A row of the price list; ``prices`` of a case by column."""

    id: str
    name: str
    category: str
    unit: str
    cost: Decimal
    prices: Mapping[str, Decimal]


@dataclass(frozen=True, eq=False)
class Client:
    """A client and how it orders; ``months`` are stretches of them, first and last."""

    id: str
    name: str
    segment: str
    city: str
    account_manager: str
    days_between_orders: int
    cases: int
    months: tuple[tuple[str, str], ...]

    @property
    def price_column(self) -> str:
        """The column of the price list that holds for the client."""
        return COLUMNS[self.segment]

    def served_by(self, day: date) -> str:
        """The account manager of that day."""
        joined, predecessor = JOINED.get(self.account_manager, (FIRST_DAY, ""))
        return self.account_manager if day >= joined else predecessor


@dataclass(frozen=True, eq=False)
class Sale:
    """A line of an order before it has a number."""

    day: date
    client: Client
    product: Product
    quantity: int
    discount_percent: int

    @property
    def unit_price(self) -> Decimal:
        """The client's column less the discount, half a centavo rounded up."""
        listed = self.product.prices[self.client.price_column]
        return (listed * (100 - self.discount_percent) / 100).quantize(CENTAVO, ROUND_HALF_UP)


@dataclass(frozen=True, eq=False)
class Return:
    """Part of a sale that came back."""

    day: date
    sale: Sale
    quantity: int


class Draws:
    """The whole-number draws of one client."""

    def __init__(self, client: str) -> None:
        self._random = Random(f"{SEED}/{client}")  # noqa: S311 - an example, not a secret

    def between(self, low: int, high: int) -> int:
        """A number from ``low`` to ``high``, both included."""
        return low + self._random.randrange(high - low + 1)

    def some(self, items: Sequence[Product], count: int) -> list[Product]:
        """So many of the items, in their own order."""
        left = list(range(len(items)))
        taken = [left.pop(self.between(0, len(left) - 1)) for _ in range(min(count, len(items)))]
        return [items[position] for position in sorted(taken)]


def rows_of(table: str) -> Iterator[list[str]]:
    """The cells of each line of a table above."""
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def price_list() -> list[Product]:
    """Every product with its price in each column, rounded to the price step."""
    return [
        Product(ident, name, category, unit, Decimal(cost), prices(Decimal(cost)))
        for ident, name, category, unit, cost in rows_of(PRODUCTS)
    ]


def prices(cost: Decimal) -> dict[str, Decimal]:
    """The price of a case in each column."""
    return {column: marked_up(cost, percent) for column, percent in MARKUPS.items()}


def marked_up(cost: Decimal, percent: int) -> Decimal:
    """A cost with its markup, to the nearest price step."""
    steps = (cost * (100 + percent) / 100 / PRICE_STEP).quantize(Decimal(1), ROUND_HALF_UP)
    return (steps * PRICE_STEP).quantize(CENTAVO)


def client_list() -> list[Client]:
    """Every client, by id."""
    return [
        Client(
            *(ident, name, segment, city, manager),
            days_between_orders=int(days),
            cases=int(cases),
            months=tuple(stretch(text) for text in months.split()),
        )
        for ident, name, segment, city, manager, days, cases, months in rows_of(CLIENTS)
    ]


def stretch(text: str) -> tuple[str, str]:
    """The first and the last month of a stretch, such as ``2025-03..``."""
    first, _, last = text.partition("..")
    return first or f"{FIRST_DAY:%Y-%m}", last or f"{LAST_DAY:%Y-%m}"


def trade(client: Client, products: Sequence[Product]) -> tuple[list[Sale], list[Return]]:
    """All that a client bought and brought back."""
    draws = Draws(client.id)
    wanted = [item for item in products if item.category in CATEGORIES[client.segment]]
    assortment = draws.some(wanted, draws.between(8, 14))
    sales = [
        line for day in order_days(client, draws) for line in order(day, client, assortment, draws)
    ]
    returns = [back for sale in sales for back in brought_back(sale, draws)]
    return sales, returns


def order_days(client: Client, draws: Draws) -> Iterator[date]:
    """The working days on which a client orders, at its usual rhythm give or take a third."""
    usual = client.days_between_orders
    for first, last in client.months:
        day = date.fromisoformat(f"{first}-01") + timedelta(days=draws.between(1, usual))
        while f"{day:%Y-%m}" <= last:
            ordered = working_day(day)
            if ordered <= LAST_DAY:
                yield ordered
            day += timedelta(days=draws.between(usual - usual // 3, usual + usual // 3))


def working_day(day: date) -> date:
    """The day itself, or the next that is neither a Sunday nor a holiday."""
    while day.weekday() == SUNDAY or (day.month, day.day) in HOLIDAYS:
        day += timedelta(days=1)
    return day


def order(day: date, client: Client, assortment: Sequence[Product], draws: Draws) -> Iterator[Sale]:
    """The lines of one order, under one discount."""
    discounts = DISCOUNTS[client.price_column]
    discount = discounts[draws.between(0, len(discounts) - 1)]
    for product in draws.some(assortment, draws.between(1, 4)):
        percent = draws.between(60, 140) * SEASON[day.month - 1]
        quantity = max(1, client.cases * percent // 10_000)
        yield Sale(day, client, product, quantity, discount)


def brought_back(sale: Sale, draws: Draws) -> Iterator[Return]:
    """Now and then, a few cases of a sale within three weeks."""
    if draws.between(1, 100) <= RETURNED_PERCENT:
        day = working_day(sale.day + timedelta(days=draws.between(3, 20)))
        quantity = draws.between(1, max(1, sale.quantity // 3))
        if day <= LAST_DAY:
            yield Return(day, sale, quantity)


def order_lines(products: Sequence[Product], clients: Sequence[Client]) -> list[list[str]]:
    """Every line of ``orders.csv``, by date, sales of a day before its returns."""
    traded = [trade(client, products) for client in clients]
    sales = sorted((sale for sold, _ in traded for sale in sold), key=by_day_and_client)
    names = numbered(sales)
    lines = [(sale.day, 0, *names[sale], sale_row(sale, names[sale])) for sale in sales]
    returns = sorted((back for _, brought in traded for back in brought), key=lambda back: back.day)
    for count, back in enumerate(returns, start=1):
        name = (f"R{count:04}", 1)
        lines.append((back.day, 1, *name, return_row(back, name, names[back.sale])))
    return [row for *_, row in sorted(lines)]


def by_day_and_client(sale: Sale) -> tuple[date, str]:
    """What orders are numbered by."""
    return sale.day, sale.client.id


def numbered(sales: Iterable[Sale]) -> dict[Sale, tuple[str, int]]:
    """The order number and line of each sale, given in order of their days and clients."""
    names: dict[Sale, tuple[str, int]] = {}
    orders: dict[tuple[date, str], int] = {}
    lines: dict[int, int] = {}
    for sale in sales:
        number = orders.setdefault(by_day_and_client(sale), len(orders) + 1)
        lines[number] = lines.get(number, 0) + 1
        names[sale] = (f"S{number:04}", lines[number])
    return names


def sale_row(sale: Sale, name: tuple[str, int]) -> list[str]:
    """A sale as a line of ``orders.csv``."""
    return line_row(sale, name, sale.day, sale.quantity, kind="sale", returned="")


def return_row(back: Return, name: tuple[str, int], sold: tuple[str, int]) -> list[str]:
    """A return as a line of ``orders.csv``, pointing at the sale it takes back."""
    returned = f"{sold[0]}-{sold[1]}"
    return line_row(back.sale, name, back.day, -back.quantity, kind="return", returned=returned)


def line_row(
    sale: Sale, name: tuple[str, int], day: date, quantity: int, *, kind: str, returned: str
) -> list[str]:
    """A line of ``orders.csv``; it counts for whoever made the sale."""
    number, line = name
    return [
        *(number, str(line), day.isoformat(), kind),
        *(sale.client.id, sale.client.served_by(sale.day), sale.product.id),
        *(str(quantity), str(sale.discount_percent), str(sale.unit_price)),
        *(str(quantity * sale.unit_price), str(quantity * sale.product.cost), returned),
    ]


def quota_rows() -> Iterator[list[str]]:
    """Every line of ``quotas.csv``."""
    for person, measure, *targets in rows_of(QUOTAS):
        for quarter, target in enumerate(targets, start=1):
            yield [person, measure, f"2026-Q{quarter}", target]


def write_table(file: Path, header: str, rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV file with the columns that the header names."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def write_tables(folder: Path) -> None:
    """Write all tables into a folder."""
    products, clients = price_list(), client_list()
    write_table(
        folder / "price-list.csv",
        f"product name category unit cost {' '.join(MARKUPS)}",
        (
            [item.id, item.name, item.category, item.unit, str(item.cost)]
            + [str(price) for price in item.prices.values()]
            for item in products
        ),
    )
    write_table(
        folder / "clients.csv",
        "client name segment city price_column account_manager",
        (
            [item.id, item.name, item.segment, item.city, item.price_column, item.account_manager]
            for item in clients
        ),
    )
    write_table(folder / "quotas.csv", "person measure period target", quota_rows())
    write_table(
        folder / "orders.csv",
        "order line date kind client account_manager product quantity discount_percent unit_price"
        " amount cost returned_sale",
        order_lines(products, clients),
    )


def main() -> None:
    """Rewrite the tables."""
    parser = argparse.ArgumentParser(description="Rewrite the tables of the example company.")
    parser.add_argument("--to", type=Path, default=Path(__file__).parent / "data", metavar="FOLDER")
    folder: Path = parser.parse_args().to
    folder.mkdir(parents=True, exist_ok=True)
    write_tables(folder)


if __name__ == "__main__":
    main()
