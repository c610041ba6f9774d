#!/usr/bin/env python3
"""Make one tiny workbook per finding of intake: Tests/Fixtures/findings/INTAKE-nnn.xlsx.

usage: Tests/Fixtures/make_findings.py

Needs openpyxl. The text that each must give, in both languages, stands beside it in
INTAKE-nnn.txt; run the tests with RECORD_FINDINGS=1 to write those anew (the tests then fail once).
"""
import datetime as dt
import pathlib

import openpyxl
from openpyxl.worksheet.table import Table

FOLDER = pathlib.Path(__file__).resolve().parent / "findings"
HEAD = ["Date", "Invoice No.", "Customer ID", "Customer", "Net Sales", "COGS"]
DAY = dt.datetime(2026, 1, 15)
LINES = [
    [DAY, "IV1", "C1", "Acme", 100, 60],
    [DAY, "IV2", "C2", "Bolt", 200, 90],
    [DAY, "IV3", "C1", "Acme", 300, 150],
]
CUSTOMERS = [["Customer ID", "Customer", "Segment"], ["C1", "Acme", "A"], ["C2", "Bolt", "B"]]
PRICED_PRODUCTS = ["Date", "Invoice No.", "Customer ID", "Product ID", "Quantity", "Unit Price"]
POOLS = ["Cost Pool", "Amount", "Method", "Driver"]


def sales(*more, head=HEAD, lines=LINES):
    return {"Sales": [head, *lines, *more]}


def priced(*lines, head=("Date", "Invoice No.", "Customer ID", "Quantity", "Unit Price")):
    return {"Sales": [list(head), *[list(line) for line in lines]]}


def settings(*rows):
    return {**sales(), "Settings": [["Setting", "Value"], *rows]}


BOOKS = {
    "001": {**sales(), "Cars": [["Plate", "Colour", "Doors"], ["A-1", "red", 4], ["B-2", "blue", 2]]},
    "002": {"Notes": [["Plate", "Colour", "Doors"], ["A-1", "red", 4], ["B-2", "blue", 2]]},
    "003": {
        **sales(*LINES, *LINES),
        "By customer": [["Customer ID", "Net Sales"], ["C1", 400], ["C2", 200]],
    },
    "004": {"Jan": [HEAD, *LINES], "Feb": [HEAD, *LINES]},
    "005": {**sales(), "Customers": CUSTOMERS},
    "006": {"Sales": [["Date", "Country", "Net Sales"], [DAY, "France", 5], [DAY, "Spain", 7]]},
    "007": {
        "Orders": [["Order ID", "Customer ID", "Order Date", "Freight"], [1, "C1", DAY, 5], [2, "C2", DAY, 6]],
        "Lines": [["Order ID", "Product ID", "Quantity", "Unit Price"], [1, "P1", 2, 10], [2, "P1", 3, 10]],
    },
    "008": sales(head=["Date", "Invoice No.", "Custmer ID", "Customer", "Net Sales", "COGS"]),
    "009": {"Sales": [["Date", "Net Sales"], [DAY, 5], [DAY, 7]]},
    "010": sales([DAY, "IV4", "C2", "Bolt", 50, 20]),
    "011": {"Sales": [HEAD, *LINES * 82]},
    "012": sales([DAY, "IV4", "C2", "Bolt", "=40+2", 5]),
    "031": sales([DAY, "IV4", "C2", "Bolt", "12,5O", 5]),
    "032": sales([DAY, "IV4", "C2", "Bolt", "1,250.00", 5]),
    "033": sales([DAY, "IV4", "C2", "Bolt", "=1/0", 5]),
    "034": sales(["soon", "IV4", "C2", "Bolt", 10, 5]),
    "035": sales(["2026-01-20", "IV4", "C2", "Bolt", 10, 5]),
    "036": sales(lines=[["03/04/2026", "IV1", "C1", "Acme", 10, 5], ["05/04/2026", "IV2", "C2", "Bolt", 20, 5]]),
    "051": sales(["Total", None, None, None, 600, 300]),
    "052": sales(["Total", None, None, None, 650, 300]),
    "053": sales(["Prepared by the finance team"]),
    "054": {
        **sales([dt.datetime(2025, 12, 31), "IV0", "C1", "Acme", 50, 20]),
        "Settings": [["Setting", "Value"], ["Period Start", "2026-01-01"], ["Period End", "2026-12-31"]],
    },
    "055": sales(HEAD, [DAY, "IV4", "C2", "Bolt", 10, 5]),
    "056": sales(["期初余额", None, None, None, 1000, None]),
    "071": sales([DAY, "IV4", "C2", "Bolt", -20, -9]),
    "072": sales(
        head=["Date", "Invoice No.", "Customer ID", "Gross Sales", "Discount"],
        lines=[[DAY, "IV1", "C1", 100, -5], [DAY, "IV2", "C2", 200, -10]]),
    "073": priced([DAY, "IV1", "C1", 2, 10], [DAY, "IV2", "C2", 3, 10]),
    "074": sales(
        head=["Date", "Invoice No.", "Customer ID", "Amount incl. Tax"],
        lines=[[DAY, "IV1", "C1", 113], [DAY, "IV2", "C2", 226]]),
    "075": priced(
        [DAY, "IV1", "C1", 2, 10, 0.05], [DAY, "IV2", "C2", 3, 10, 0.1],
        head=("Date", "Invoice No.", "Customer ID", "Quantity", "Unit Price", "Discount")),
    "076": priced([DAY, "IV1", "C1", 2, 10], [DAY, "IV2", "C2", 3, 0]),
    "077": priced(
        [DAY, "IV1", "C1", 2, 10, 18], [DAY, "IV2", "C2", 3, 10, 30],
        head=("Date", "Invoice No.", "Customer ID", "Quantity", "Unit Price", "Net Sales")),
    "078": sales(
        head=["Date", "Invoice No.", "Customer ID", "Net Sales", "Currency"],
        lines=[[DAY, "IV1", "C1", 10, "EUR"], [DAY, "IV2", "C2", 20, "EUR"], [DAY, "IV3", "C1", 30, "USD"]]),
    "079": {
        **sales([None, "IV4", "C2", "Bolt", 10, 5]),
        "Settings": [["Setting", "Value"], ["Period Start", "2026-01-01"], ["Period End", "2026-12-31"]],
    },
    "082": {
        **priced([DAY, "IV1", "C1", "P1", 2, 10], [DAY, "IV2", "C2", "P2", 3, 10], head=PRICED_PRODUCTS),
        "Products": [["Product ID", "Product", "Unit Cost"], ["P1", "Nut", 4], ["P2", "Bolt", 5]],
    },
    "083": {
        **priced([DAY, "IV1", "C1", "P1", 2, 10], [DAY, "IV2", "C2", "P9", 3, 10], head=PRICED_PRODUCTS),
        "Products": [["Product ID", "Product", "Unit Cost"], ["P1", "Nut", 4], ["P2", "Bolt", 5]],
    },
    "084": {"2026 sales": [["Customer", "Jan", "Feb", "Total"], ["Acme", 100, 110, 210], ["Bolt", 50, 40, 90]]},
    "085": {
        "Customer profit": [
            ["Item", "Acme", "Bolt", "Total"], ["Net Sales", 100, 80, 180], ["COGS", 60, 50, 110],
            ["Gross Profit", 40, 30, 70], ["Freight", 5, 9, 14]],
    },
    "086": {
        "Sales by customer": [
            ["Month", "Customer Acme", "Customer Bolt", "Total"], ["2026-01", 10, 20, 30], ["2026-02", 30, 40, 70]],
    },
    "091": sales([DAY, "IV4", None, None, 10, 5]),
    "092": {**sales(), "Receivables": [["Customer ID", "Opening AR", "Closing AR"], ["C9", 1, 2]]},
    "093": {**sales(), "Customers": [*CUSTOMERS, ["C1", "Acme Ltd", "A"]]},
    "094": sales([DAY, "IV4", "C3", "Northwind Traders Ltd", 10, 5], [DAY, "IV5", "C4", "NorthWind Trader, Inc.", 9, 4]),
    "095": sales([DAY, "IV4", "C3", "ACME", 10, 5]),
    "096": sales([DAY, "IV4", "c1", "Cog", 10, 5]),
    "097": {**sales(), "Customers": [*CUSTOMERS, ["C3", "Cog", "A"]]},
    "098": {
        "Orders": [["Order ID", "Customer ID", "Order Date", "Freight"], [1, "C1", DAY, 5], [2, "C2", DAY, 6]],
        "Lines": [["Order ID", "Product ID", "Quantity", "Unit Price"], [1, "P1", 2, 10], [9, "P1", 3, 10]],
    },
    "099": {**sales([DAY, "IV4", "C3", "Cog", 10, 5]), "Customers": CUSTOMERS},
    "100": {
        **sales(),
        "Customers": [["Customer ID", "Customer", "Status"], ["C1", "Acme", "active"], ["C2", "Bolt", "asleep"]],
    },
    "101": {
        **sales(),
        "Customers": [["Customer ID", "Customer", "Referred By"], ["C1", "Acme", "Nobody"], ["C2", "Bolt", None]],
    },
    "111": {"Sales": [["Sales of the year (unit: USD thousand)"], ["In thousands"], HEAD, *LINES]},
    "112": sales(
        head=["Date", "Invoice No.", "Customer ID", "Net Sales (USD)"],
        lines=[[DAY, "IV1", "C1", 10], [DAY, "IV2", "C2", 20]]),
    "131": {**sales(), "Cost pools": [POOLS, ["Office", 50, None, None]]},
    "132": {**sales(), "Cost pools": [POOLS, ["Office", 50, "somehow", None]]},
    "133": {**sales(), "Cost pools": [POOLS, ["Office", None, "even", None]]},
    "135": {**sales(), "Drivers": [["Customer ID", "Visits", "Hours"], ["C1", 2, 1], ["C1", 3, 1], ["C2", 4, 1]]},
    "137": {
        **sales(),
        "GL": [["Account Code", "Account Name", "Debit", "Credit"], ["6601", "Office rent", 500, None], ["6602", "Insurance", 200, None]],
    },
    "138": {**sales(), "Drivers": [["Customer ID", "Visits", "Hours"], ["C1", 2, 1], [None, 3, 1], ["C2", 4, 1]]},
    "139": {**sales(), "Market": [["Period", "Market Sales"], ["2026-01", 9000], ["2026 H1", 50000]]},
    "140": {
        **sales(),
        "Interactions": [["Customer ID", "Date", "Visits", "Clicks"], ["C1", DAY, 2, 5], ["C2", None, 3, 4]],
    },
    "151": settings(["Discount Rte", 0.1]),
    "152": settings(["VIP Share", "many"]),
    "153": settings(["Table Salse", "sales"]),
    "154": sales(),
}
HIDDEN = {"005": "Customers"}


def main():
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "INTAKE-154.yaml").write_text("[this is no mapping\n")
    for code, sheets in BOOKS.items():
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
            if HIDDEN.get(code) == name:
                sheet.sheet_state = "hidden"
        if code == "010":
            book["Sales"].add_table(Table(displayName="Lines", ref="A1:F4"))
        if code == "011":
            for column, header in enumerate(CUSTOMERS[0], start=1):
                book["Sales"].cell(row=6000, column=column, value=header)
                book["Sales"].cell(row=6001, column=column, value=CUSTOMERS[1][column - 1])
        if code == "033":
            cell = book["Sales"].cell(row=5, column=5)
            cell.value, cell.data_type = "#DIV/0!", "e"
        book.properties.created = book.properties.modified = dt.datetime(2026, 1, 1)
        book.save(FOLDER / f"INTAKE-{code}.xlsx")
    print(f"{len(BOOKS)} workbooks")


if __name__ == "__main__":
    main()
