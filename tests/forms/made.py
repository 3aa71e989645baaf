"""Files of each form, made of a few paragraphs."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Mapping, Sequence

import openpyxl

REPORT = (
    "政府工作报告",
    "——2024年1月20日在商丘市第十四届人民代表大会第二次会议上",
    "市长 某某",
    "各位代表：",
    "一、2023年工作回顾",
    "2023年，全市地区生产总值2235亿元，增长4.5%；城镇新增就业6.2万人。",
    "二、2024年工作安排",
    "2024年主要预期目标是：地区生产总值增长6.5%，固定资产投资增长7%，城镇新增就业6万人。",
)
HEADLINES = "".join(
    f'<li><a href="/n{day}">研究全年增长{day}%的目标</a> 2024-01-1{day}</li>' for day in range(1, 7)
)


def web_page(article: str, title: str = "政府工作报告") -> str:
    """A page of a government's site: menus, headlines, counters and addresses round the article."""
    return f"""<!DOCTYPE html><html><head><meta charset="gb2312"><title>{title}_商丘市人民政府</title>
<style>.a{{width:100%}}</style><script>document.write("今日访问86人，增长5%。")</script></head><body>
<div class="top"><div>今天 25℃</div><ul class="nav"><li><a href="/">首页</a></li><li><a href="/z">政务公开</a></li></ul></div>
<div class="position">您现在的位置：<a href="/">首页</a> &gt; 政府工作报告</div>
<div class="main"><div class="left"><h3>热点信息</h3><ul>{HEADLINES}</ul><div>访问量：1234567 人次</div></div>
<div class="article"><h1>{title}</h1><div class="info">来源：市政府办&nbsp;发布时间：2024-02-01 浏览次数：3521次</div>
<div id="zoom">{article}</div><div class="share">分享到： 打印</div></div></div>
<div class="footer"><p>联系电话：0370-3288888，豫ICP备05012345号-1。</p></div></body></html>"""


def paragraphs(lines: Sequence[str]) -> str:
    """Paragraphs as an editor of such sites leaves them."""
    return "\n".join(f'<p style="width:100%"><span>{html.escape(line)}</span></p>' for line in lines)


WORD_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_document(body: str, further: dict[str, str] | None = None) -> bytes:
    """A .docx whose body is this XML, with further parts by name."""
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
        '+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {WORD_SPACE}><w:body>{body}</w:body>'
        "</w:document>",
        **(further or {}),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def word_paragraph(text: str) -> str:
    """A paragraph of a Word document."""
    return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'


def archive(members: Mapping[str, bytes | str]) -> bytes:
    """A ZIP archive of these members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return content.getvalue()


def archive_with(member: zipfile.ZipInfo, data: bytes) -> bytes:
    """A ZIP archive of one member that is described as one likes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr(member, data)
    return content.getvalue()


def with_gbk_name(name: str, data: bytes) -> bytes:
    """A ZIP archive as Windows in China packs it: the name in GBK, and nothing that says so."""
    raw = name.encode("gbk")
    stand_in = "x" * len(raw)
    return archive({stand_in: data}).replace(stand_in.encode(), raw)


def encrypted(data: bytes) -> bytes:
    """An archive whose members say that they have a password."""
    changed = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            changed[start + place] |= 1
            start = data.find(signature, start + 4)
    return bytes(changed)


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """An Excel workbook of sheets with these rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


OPEN_SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    + ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def open_text(body: str, styles: str = "", head: str = "") -> bytes:
    """An .odt whose text is this XML, with automatic styles and what stands before the root."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {OPEN_SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def open_paragraph(text: str) -> str:
    """A paragraph of an OpenDocument text."""
    return f"<text:p>{html.escape(text)}</text:p>"


def rich_text(lines: Sequence[str]) -> bytes:
    """An .rtf as Chinese programs write it: its characters as bytes of GBK."""
    body = "\\par\r\n".join(map(rich_characters, lines))
    fonts = r"{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fnil\fcharset0 Calibri;}}"
    return f"{{\\rtf1\\ansi\\ansicpg936\\deff0{fonts}{{\\info{{\\title x}}}}\\f0\\fs32 {body}\\par}}".encode()


def rich_characters(text: str) -> str:
    """Characters as Rich Text writes them."""
    return "".join(
        sign if sign.isascii() else "".join(f"\\'{byte:02x}" for byte in sign.encode("gb18030"))
        for sign in text
    )
