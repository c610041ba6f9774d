#!/usr/bin/env python3
"""Writes the small workbooks of Tests/Fixtures/reading, each named after what it proves.

usage: make_reading_fixtures.py          (Python's standard library is enough; output is the same every time)
"""
import os
import struct
import warnings
import zipfile

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reading")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def types(extra="", main="sheet.main+xml"):
    return (HEAD + f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TYPE}.{main}"/>'
            f'{extra}</Types>')


def rels(*rows, office=OFFICE):
    body = "".join(f'<Relationship Id="{i}" Type="{t if "/" in t else office + "/" + t}" Target="{g}"/>'
                   for i, t, g in rows)
    return HEAD + f'<Relationships xmlns="{PACKAGE}/relationships">{body}</Relationships>'


def workbook(sheets='<sheet name="Sheet1" sheetId="1" r:id="rId1"/>', before="", after="", main=MAIN,
             office=OFFICE, attributes=""):
    return (HEAD + f'<workbook xmlns="{main}" xmlns:r="{office}"{attributes}>{before}<sheets>{sheets}</sheets>'
            f'{after}</workbook>')


def sheet(data, before="", after="", main=MAIN):
    return (HEAD + f'<worksheet xmlns="{main}" xmlns:r="{OFFICE}">{before}<sheetData>{data}</sheetData>'
            f'{after}</worksheet>')


def styles(*codes):
    """Cell format 0 is General; format n shows the nth code, given as text or as a built-in id."""
    formats = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{escape(c)}"/>'
                      for i, c in enumerate(codes) if isinstance(c, str))
    xfs = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{c if isinstance(c, int) else 164 + i}"/>'
                                         for i, c in enumerate(codes))
    return (HEAD + f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs count="1">'
            f'<xf numFmtId="14"/></cellStyleXfs><cellXfs>{xfs}</cellXfs></styleSheet>')


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def strings(*items):
    return HEAD + f'<sst xmlns="{MAIN}">{"".join(items)}</sst>'


def parts(data="", **more):
    """The parts of a workbook of one sheet; keyword arguments replace or add by name."""
    found = {
        "[Content_Types].xml": types(), "_rels/.rels": rels(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(),
        "xl/_rels/workbook.xml.rels": rels(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml")),
        "xl/worksheets/sheet1.xml": sheet(data), "xl/styles.xml": styles(),
        "xl/sharedStrings.xml": strings("<si><t>zero</t></si>", "<si><t>one</t></si>"),
    }
    found.update(more)
    return {name: text for name, text in found.items() if text is not None}


def write(name, content, method=zipfile.ZIP_DEFLATED, stamps=None):
    """Writes a package; `content` is a dict, or a list of pairs where a name comes twice."""
    pairs = list(content.items()) if isinstance(content, dict) else content
    with zipfile.ZipFile(os.path.join(HERE, name), "w", method) as archive:
        for place, (part, text) in enumerate(pairs):
            stamp = (stamps or {}).get(place, (2026, 1, 1, 0, 0, 0))
            info = zipfile.ZipInfo(part, stamp)
            info.compress_type = method
            archive.writestr(info, text if isinstance(text, bytes) else text.encode())


def patch(name, change):
    path = os.path.join(HERE, name)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    data = change(data) or data
    with open(path, "wb") as file:
        file.write(data)


def row(number, *cells):
    return f'<row r="{number}">{"".join(cells)}</row>'


def text_cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def cell(reference, value, **attributes):
    spelled = "".join(f' {k}="{v}"' for k, v in attributes.items())
    return f'<c r="{reference}"{spelled}><v>{value}</v></c>'


def markup():
    prefixed = sheet(row(1, cell("A1", 1), '<c r="B1" t="inlineStr"><is><t>in</t></is></c>'))
    for tag in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        for mark in ("<", "</"):
            for end in (">", " "):
                prefixed = prefixed.replace(f"{mark}{tag}{end}", f"{mark}x:{tag}{end}")
    prefixed = prefixed.replace('xmlns="', 'xmlns:x="', 1)
    write("prefixed-elements.xlsx", parts(**{"xl/worksheets/sheet1.xml": prefixed}))
    foreign = ('<row r="1"><c r="A1"><f:v xmlns:f="urn:f">9</f:v><v>1</v><extLst><ext><v>8</v></ext></extLst></c>'
               '<f:c xmlns:f="urn:f" r="B1"><v>7</v></f:c><c r="C1" xmlns="urn:other"><v>6</v></c></row>')
    write("foreign-namespaces.xlsx", parts(foreign))
    alternate = ('<row r="1"><c r="A1"><v>1</v></c></row><mc:AlternateContent xmlns:mc='
                 '"http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x"><row r="2">'
                 '<c r="A2"><v>2</v></c></row></mc:Choice><mc:Fallback><row r="3"><c r="A3"><v>3</v></c></row>'
                 '</mc:Fallback></mc:AlternateContent>')
    write("alternate-content.xlsx", parts(alternate))
    commented = ('<!-- <row r="9"/> --><row r="1"><?pi <c/>?><c r="A1"><v>1<!-- 5 -->2</v></c><!----><c r="B1" '
                 't="inlineStr"><is><t><![CDATA[<a & b>]]> c</t></is></c></row>')
    write("comments-instructions-cdata.xlsx", parts(commented))
    text = parts(row(1, cell("A1", 0, t="s")))
    text["xl/sharedStrings.xml"] = strings("<si><t>größe 客户 😀</t></si>")
    write("utf16-little-endian.xlsx", {n: b"\xff\xfe" + t.replace("UTF-8", "UTF-16").encode("utf-16-le") for n, t in text.items()})
    write("utf16-big-endian.xlsx", {n: b"\xfe\xff" + t.replace("UTF-8", "UTF-16").encode("utf-16-be") for n, t in text.items()})
    write("utf8-byte-order-mark.xlsx", {n: b"\xef\xbb\xbf" + t.encode() for n, t in text.items()})
    latin = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>café</t></is></c></row>').replace("UTF-8", "ISO-8859-1")
    write("latin1-sheet.xlsx", parts(**{"xl/worksheets/sheet1.xml": latin.encode("latin-1")}))
    write("invalid-utf8.xlsx", parts(**{"xl/worksheets/sheet1.xml": latin.replace("ISO-8859-1", "UTF-8").encode("latin-1")}))
    spaced = parts('\n  <row  r = "1" >\n <c  r=\'A1\'\tt="n"\n>\n<v> 5 </v>\n</c >\n</row >\n')
    write("white-space-in-tags.xlsx", spaced)
    write("doctype.xlsx", parts(**{"xl/worksheets/sheet1.xml": sheet("").replace("<worksheet", "<!DOCTYPE worksheet><worksheet", 1)}))
    write("unknown-entity.xlsx", parts('<row r="1"><c r="A1" t="inlineStr"><is><t>&nbsp;</t></is></c></row>'))
    write("mismatched-tags.xlsx", parts("<row r=\"1\"><c r=\"A1\"><v>1</c></v></row>"))
    write("cut-off-sheet.xlsx", parts(**{"xl/worksheets/sheet1.xml": sheet(row(1, cell("A1", 1)))[:-20]}))
    write("two-roots.xlsx", parts(**{"xl/worksheets/sheet1.xml": sheet("") + "<more/>"}))
    write("deep-nesting.xlsx", parts("<x>" * 300 + "</x>" * 300))


def cells():
    numbers = ["5", "+5", ".5", "5.", "007.5", "1E5", "-2.5e-1", "0.1", "1234567890123456789", "1.7976931348623157E308",
               "5E-324", "123456789012345678", "0.30000000000000004", "-0", "9007199254740993", "1e23"]
    write("number-spellings.xlsx", parts("".join(row(i + 1, cell(f"A{i + 1}", n)) for i, n in enumerate(numbers))))
    write("not-a-number.xlsx", parts(row(1, cell("A1", "12,5O"))))
    write("booleans-and-errors.xlsx", parts(row(1, cell("A1", 1, t="b"), cell("B1", 0, t="b"), cell("C1", "true", t="b"), cell("D1", "#N/A", t="e"), cell("E1", "#DIV/0!", t="e"))))
    texts = [("<si><t>plain</t></si>"), '<si><t xml:space="preserve"> kept </t></si>',
             "<si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></si>",
             '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
             "<si><t>a_x000D_b_x005F_x0041__xD83D__xDE00_</t></si>", "<si><t>a\r\nb&#13;&#10;c</t></si>",
             "<si><t>&lt;A&amp;B&gt; &quot;&#x4e2d;&#25991;&apos;</t></si>", "<si/>", "<si><t/></si>"]
    shared = parts("".join(row(i + 1, cell(f"A{i + 1}", i, t="s")) for i in range(len(texts))))
    shared["xl/sharedStrings.xml"] = strings(*texts)
    write("shared-strings.xlsx", shared)
    inline = ('<row r="1"><c r="A1" t="inlineStr"><is><t>in</t></is></c><c r="B1" t="inlineStr"><is><r><t>ri</t></r>'
              '<r><t>ch</t></r></is></c><c r="C1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="D1" t="str"><v>007</v></c>'
              '<c r="E1" t="inlineStr"><is><t xml:space="preserve"> x_x0041_ </t></is></c></row>')
    write("inline-and-formula-strings.xlsx", parts(inline))
    write("string-index-out-of-range.xlsx", parts(row(1, cell("A1", 2, t="s"))))
    no_strings = parts(row(1, cell("A1", 0, t="s")))
    del no_strings["xl/sharedStrings.xml"]
    write("strings-part-missing.xlsx", no_strings)
    write("no-references.xlsx", parts("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))
    write("rows-out-of-order.xlsx", parts(row(5, cell("B5", 52), cell("A5", 51)) + row(2, cell("C2", 23), '<c r="A2" t="inlineStr"><is><t>first</t></is></c>') + row(5, cell("A5", 510), '<c r="D5" t="inlineStr"><is><t>later</t></is></c>') + row(9, cell("A9", 91))))
    write("cells-of-other-rows.xlsx", parts(row(1, cell("A1", 1), cell("A3", 3), '<c r="B3" t="inlineStr"><is><t>b3</t></is></c>', cell("B1", 2))))
    late = row(1, *(text_cell(f"{c}1", t) for c, t in zip("ABC", ("Date", "Customer ID", "Net Sales"))))
    for r in range(2, 302):
        stray = [cell("C9", 1000)] if r == 290 else []
        late += row(r, text_cell(f"A{r}", "2026-01-05"), text_cell(f"B{r}", f"C{r % 7}"), cell(f"C{r}", r), *stray)
    write("cell-of-an-earlier-row.xlsx", parts(late))
    far = row(1, *(text_cell(f"{c}1", t) for c, t in zip("ABC", ("Date", "Customer ID", "Net Sales"))))
    for r in [*range(2, 17), *range(18, 4302), 17]:
        far += row(r, text_cell(f"A{r}", "2026-01-05"), text_cell(f"B{r}", f"C{r % 7}"), cell(f"C{r}", r))
    two = parts(far)
    two["xl/worksheets/sheet2.xml"] = two["xl/worksheets/sheet1.xml"]
    two["xl/workbook.xml"] = workbook('<sheet name="North" sheetId="1" r:id="rId1"/><sheet name="South" sheetId="2" r:id="rId4"/>')
    two["xl/_rels/workbook.xml.rels"] = rels(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "worksheet", "worksheets/sheet2.xml"))
    write("rows-of-before-far-down.xlsx", two)
    write("ghost-rows-and-empty-cells.xlsx", parts('<row r="1"/><row r="2" ht="15"></row><row r="3"><c r="A3" s="0"/><c r="B3"><v/></c><c r="C3"><v></v></c><c r="D3"><v>4</v></c></row>'))
    write("both-corners.xlsx", parts(row(1, cell("A1", 1)) + row(1048576, cell("XFD1048576", 2))))
    write("column-beyond-the-last.xlsx", parts(row(1, cell("XFE1", 1))))
    write("row-beyond-the-last.xlsx", parts('<row r="1048577"><c><v>1</v></c></row>'))
    write("row-number-of-twenty-digits.xlsx", parts('<row r="99999999999999999999"><c><v>1</v></c></row>'))
    write("formulas.xlsx", parts(
        row(1, '<c r="A1"><f>B1*2</f><v>4</v></c>', cell("B1", 2), '<c r="C1"><f>SUM(A1:B1)</f></c>', '<c r="D1" t="str"><f>""</f><v></v></c>')
        + row(2, '<c r="A2"><f t="shared" ref="A2:A4" si="0">B2*$B$1+LOG10(B2)+Sheet1!B2+SUM(B:B)+SUM(2:2)&amp;"B2"</f><v>1</v></c>')
        + row(3, '<c r="A3"><f t="shared" si="0"/><v>2</v></c>')
        + row(4, '<c r="A4"><f t="shared" si="0"></f><v>3</v></c>', '<c r="B4"><f t="array" ref="B4:B5">TRANSPOSE(A1:B1)</f><v>1</v></c>')))


def formats():
    codes = ["yyyy-mm-dd", "h:mm", "[h]:mm:ss", "mm:ss.0", 'yyyy"年"m"月"d"日"', '"day "0', "[Red]0.00", "0.00E+00",
             "[$-F800]dddd\\, mmmm dd\\, yyyy", "[$¥-804]#,##0.00", "General", 14, 20, 46, 27, 57, 41, "m/d", "mmm", "[$-404]e/m/d",
             "_d#,##0", "\\d0", "[>100]0;0.0", "yyyy/m/d;@", "AM/PM h:mm", "上午/下午h\"时\"mm\"分\"", "ss", "@", "[mm]", "#,##0.00_);[Red](#,##0.00)"]
    data = row(1, *(cell(column(i + 1) + "1", 45351.25, s=i + 1) for i in range(len(codes))))
    write("number-formats.xlsx", parts(data, **{"xl/styles.xml": styles(*codes)}))
    dates = [(1, "0.5"), (1, "60"), (1, "-1"), (1, "2958466"), (1, "2958465.5"), (2, "0.75"), (2, "1.5"), (3, "1.125"), (3, "-0.5"), (1, "1")]
    data = "".join(row(i + 1, cell(f"A{i + 1}", v, s=s)) for i, (s, v) in enumerate(dates))
    stylesheet = {"xl/styles.xml": styles("yyyy-mm-dd", "h:mm", "[h]:mm:ss")}
    write("dates-1900.xlsx", parts(data, **stylesheet))
    old = workbook(before='<workbookPr date1904="1"/>')
    write("dates-1904.xlsx", parts(row(1, cell("A1", 0, s=1), cell("B1", 43889, s=1)), **stylesheet, **{"xl/workbook.xml": old}))
    iso = row(1, cell("A1", "2024-02-29", t="d"), cell("B1", "2024-02-29T13:45:30", t="d"), cell("C1", "13:45", t="d"), cell("D1", "2024-02-29T13:45:30.5Z", t="d"))
    write("iso-dates.xlsx", parts(iso))


def column(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def packages():
    moved = parts(row(1, cell("A1", 0, t="s")))
    pairs = {"[content_types].xml": moved["[Content_Types].xml"].replace("/xl/workbook.xml", "/Book/Main.xml"),
             "_rels/.rels": rels(("rId1", "officeDocument", "/BOOK/main.xml")), "Book/Main.xml": moved["xl/workbook.xml"],
             "Book/_rels/Main.xml.rels": rels(("rId1", "worksheet", "../data%20sets/./one.xml"), ("rId2", "sharedStrings", "..\\texts\\s.xml")),
             "data sets\\one.xml": moved["xl/worksheets/sheet1.xml"], "texts/s.xml": moved["xl/sharedStrings.xml"]}
    write("odd-part-names.xlsx", pairs)
    strict = parts(row(1, cell("A1", 1)))
    strict["_rels/.rels"] = rels(("rId1", "officeDocument", "xl/workbook.xml"), office=STRICT_OFFICE)
    strict["xl/workbook.xml"] = workbook(main=STRICT, office=STRICT_OFFICE, attributes=' conformance="strict"')
    strict["xl/_rels/workbook.xml.rels"] = rels(("rId1", "worksheet", "worksheets/sheet1.xml"), office=STRICT_OFFICE)
    strict["xl/worksheets/sheet1.xml"] = sheet(row(1, cell("A1", 1)), main=STRICT)
    write("strict.xlsx", strict)
    rich = parts()
    rich["xl/workbook.xml"] = workbook(
        '<sheet name="Visible" sheetId="1" r:id="rId1"/><sheet name="Chart" sheetId="2" r:id="rId4"/>'
        '<sheet name="R&amp;D" sheetId="3" state="hidden" r:id="rId5"/><sheet name="Deep" sheetId="4" state="veryHidden" r:id="rId6"/>',
        before='<workbookProtection lockStructure="1"/>',
        after='<definedNames><definedName name="Total">Visible!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="2" hidden="1">'
              "'R&amp;D'!$A$1:$B$2</definedName></definedNames><calcPr fullPrecision=\"0\" iterate=\"1\" calcMode=\"manual\"/>")
    rich["xl/_rels/workbook.xml.rels"] = rels(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId4", "chartsheet", "chartsheets/sheet1.xml"),
        ("rId5", "worksheet", "worksheets/sheet2.xml"), ("rId6", "worksheet", "worksheets/sheet3.xml"),
        ("rId9", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"))
    rich["xl/worksheets/sheet1.xml"] = sheet(
        row(1, cell("A1", 1)), before='<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>',
        after='<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><tableParts><tablePart r:id="rId1"/></tableParts>')
    rich["xl/worksheets/_rels/sheet1.xml.rels"] = rels(("rId1", "table", "../tables/table1.xml"), ("rId2", "comments", "../comments1.xml"))
    rich["xl/tables/table1.xml"] = HEAD + (f'<table xmlns="{MAIN}" id="1" name="T" displayName="Sales" ref="A1:B9" totalsRowCount="1"><autoFilter ref="A1:B8"/>'
                                           '<tableColumns count="2"><tableColumn id="1" name="Customer"/><tableColumn id="2" name="Net_x000a_sales"/></tableColumns></table>')
    rich["xl/worksheets/sheet2.xml"] = sheet(row(1, cell("A1", 2)))
    rich["xl/worksheets/sheet3.xml"] = sheet(row(1, cell("A1", 3)))
    rich["xl/chartsheets/sheet1.xml"] = HEAD + f'<chartsheet xmlns="{MAIN}"/>'
    rich["xl/vbaProject.bin"] = "vba"
    write("sheets-names-tables.xlsm", rich)
    one = parts(row(1, cell("A1", 1)))
    write("stored.xlsx", one, method=zipfile.ZIP_STORED)
    write("wrong-checksum.xlsx", one, method=zipfile.ZIP_STORED)
    patch("wrong-checksum.xlsx", lambda d: d.replace(b"<v>1</v>", b"<v>7</v>"))
    write("cut-off-archive.xlsx", one)
    patch("cut-off-archive.xlsx", lambda d: d[: len(d) // 2])
    twice = list(parts(row(1, cell("A1", 1))).items()) + [("xl/worksheets/sheet1.xml", sheet(row(1, cell("A1", 2))))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        write("same-part-twice.xlsx", twice)
        write("same-part-updated.xlsx", twice, stamps={len(twice) - 1: (2026, 2, 1, 0, 0, 0)})
    lonely = parts(row(1, cell("A1", 1)))
    del lonely["xl/worksheets/sheet1.xml"]
    write("sheet-part-missing.xlsx", lonely)
    bomb = parts(**{"xl/worksheets/sheet1.xml": sheet(" " * (3 << 20))})
    write("high-ratio.xlsx", bomb)
    write("plain-archive.xlsx", {"photo.jpg": "no workbook"})
    write("word-document.xlsx", {"[Content_Types].xml": types().replace("/xl/workbook.xml", "/word/document.xml").replace("spreadsheetml.sheet", "wordprocessingml.document"),
                                 "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml")), "word/document.xml": "<w/>"})
    write("binary-workbook.xlsx", {"[Content_Types].xml": types().replace("/xl/workbook.xml", "/xl/workbook.bin"),
                                   "_rels/.rels": rels(("rId1", "officeDocument", "xl/workbook.bin")), "xl/workbook.bin": "bin"})
    write("open-document.xlsx", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
    write("overlapping-entries.xlsx", one, method=zipfile.ZIP_STORED)
    patch("overlapping-entries.xlsx", overlap)


def overlap(data):
    """Points every entry of the central directory at the first entry's data, sizes included."""
    end = data.rfind(b"PK\x05\x06")
    count, = struct.unpack_from("<H", data, end + 10)
    place, = struct.unpack_from("<I", data, end + 16)
    for _ in range(count):
        struct.pack_into("<I", data, place + 42, 0)
        name, extra, note = struct.unpack_from("<HHH", data, place + 28)
        place += 46 + name + extra + note


def others():
    def put(name, data):
        with open(os.path.join(HERE, name), "wb") as file:
            file.write(data)
    text = '客户编号,客户,金额,日期\r\n001,"甲, 有限公司","1,234.50",2026-01-31\r\n002,"say ""hi""",-5,2026年2月3日 08:30\r\n="0003",=1+1,TRUE,1E5\r\n'
    put("utf8.csv", text.encode())
    put("gb18030.csv", text.encode("gb18030"))
    put("utf16.csv", b"\xff\xfe" + text.encode("utf-16-le"))
    put("utf16-without-mark.csv", text.encode("utf-16-le"))
    put("semicolons.csv", b"id;amount\n1;1.234,56\n2;-7,5\n")
    put("tabs.tsv", b"a\tb\n1\t\"x\ty\"\n")
    put("separator-line.csv", b"sep=|\r\na|b\r\n1|2\r\n")
    put("latin.csv", "café,1\n".encode("latin-1"))
    put("csv-by-another-name.xlsx", b"a,b\n1,2\n")
    put("empty.xlsx", b"")
    put("random-bytes.xlsx", bytes((i * 151 + 7) % 256 for i in range(600)))
    put("web-page.xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>")
    put("encrypted.xlsx", compound("EncryptedPackage"))
    put("old-binary-workbook.xlsx", compound("Workbook"))


def compound(stream):
    """A compound file of one directory sector, enough to be told by."""
    header = bytearray(512)
    header[0:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    directory = bytearray(512)
    for place, (name, kind) in enumerate((("Root Entry", 5), (stream, 2))):
        entry = bytearray(128)
        spelled = name.encode("utf-16-le") + b"\0\0"
        entry[: len(spelled)] = spelled
        struct.pack_into("<H", entry, 64, len(spelled))
        entry[66] = kind
        entry[67] = 1
        directory[place * 128:(place + 1) * 128] = entry
    return bytes(header + directory)


if __name__ == "__main__":
    os.makedirs(HERE, exist_ok=True)
    markup()
    cells()
    formats()
    packages()
    others()
    print(len(os.listdir(HERE)), "files in", HERE)
