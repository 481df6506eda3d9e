"""The command ``clearlane``: its commands, and how refusals are told."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperGroup

from clearlane.cli import (
    certificates,
    document_groups,
    ledger,
    ledger_verify,
    payment_groups,
    permits,
    persons,
    risk,
    risk_groups,
    tariff_assess,
    tariff_diff,
    tariff_live,
    tariff_load,
    tariff_price,
    tariff_search,
    tariff_show,
    tariff_simulate,
    tariff_write,
    tokens,
    transit,
    upkeep,
    webhooks,
    witness,
    witness_partners,
)
from clearlane.cli.converting import convert, schema
from clearlane.cli.demo import demo
from clearlane.cli.desk import in_words
from clearlane.cli.examples import example
from clearlane.cli.explaining import explain
from clearlane.cli.lodging import lodge
from clearlane.cli.release_times import release_times
from clearlane.cli.serving import serve
from clearlane.cli.showing import show
from clearlane.cli.speech import helped, speak, tell_refusal
from clearlane.model.refusals import Refusal
from clearlane.model.text import Text


class Courteous(TyperGroup):
    """Commands whose refusals are told in words, and end with 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        speak("en")
        try:
            with in_words():
                return super().invoke(ctx)
        except Refusal as refusal:
            tell_refusal(refusal)
            raise typer.Exit(2) from None


def _group(name: str, words: Text) -> typer.Typer:
    return typer.Typer(
        name=name,
        cls=Courteous,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help=helped(words.en, words.vi),
    )


def _add(group: typer.Typer, name: str, command: Callable[..., None], words: Text) -> None:
    group.command(name, help=helped(words.en, words.vi))(command)


app = _group(
    "clearlane",
    Text(
        en="Open smart-customs software: declarations at the command line.", vi="Phần mềm hải quan thông minh mở: tờ khai trên dòng lệnh."
    ),
)
_COMMANDS: tuple[tuple[str, Callable[..., None], Text], ...] = (
    (
        "lodge",
        lodge,
        Text(
            en="Lodge messages. Exit 0: all accepted; 1: some rejected; 2: some unreadable or refused.",
            vi="Nộp thông điệp. Mã thoát 0: chấp nhận tất cả; 1: có tờ khai bị từ chối; 2: có thông điệp không được tiếp nhận.",
        ),
    ),
    ("show", show, Text(en="Show a declaration, its changes or its notices.", vi="Xem tờ khai, các thay đổi hoặc thông báo.")),
    (
        "explain",
        explain,
        Text(en="Explain every amount, and for officers the lane.", vi="Giải thích từng khoản tiền và, với công chức, luồng."),
    ),
    (
        "convert",
        convert,
        Text(en="Write a message in another form, without lodging it.", vi="Chuyển đổi định dạng thông điệp mà không nộp."),
    ),
    ("schema", schema, Text(en="Write the JSON Schema of a message.", vi="In lược đồ JSON Schema của thông điệp.")),
    ("serve", serve, Text(en="Serve the pages and the interface for programs.", vi="Chạy trang web và giao diện lập trình.")),
    (
        "verify",
        ledger_verify.verify,
        Text(en="Verify that no byte of the log was changed.", vi="Xác minh không byte nào của sổ bị sửa."),
    ),
    (
        "release-times",
        release_times,
        Text(en="How long goods took to release, and who was waited for.", vi="Thời gian giải phóng hàng, và chờ ai."),
    ),
    ("rebuild", upkeep.rebuild, Text(en="Make all that is derived from the log anew.", vi="Dựng lại mọi dữ liệu tra cứu từ nhật ký.")),
    ("demo", demo, Text(en="Show a living border in the browser.", vi="Trình diễn cửa khẩu sống động trên trình duyệt.")),
)
for _name, _command, _words in _COMMANDS:
    _add(app, _name, _command, _words)

_profile = _group(
    "profile",
    Text(en="National profiles: list them, check one, see its examples.", vi="Hồ sơ quốc gia: liệt kê, kiểm tra, xem tờ khai mẫu."),
)
_add(_profile, "check", upkeep.check, Text(en="Check that an office can work with a profile.", vi="Kiểm tra hồ sơ có dùng được không."))
_add(_profile, "list", upkeep.names, Text(en="List the profiles installed.", vi="Liệt kê các hồ sơ đã cài."))
_add(_profile, "example", example, Text(en="Write an example in order, to begin with.", vi="In một tờ khai mẫu hợp lệ để bắt đầu."))
app.add_typer(_profile, name="profile")

_token = _group("token", Text(en="Tokens that let callers in.", vi="Mã truy cập cho các bên gọi."))
_add(_token, "new", tokens.new, Text(en="Make a token for a caller.", vi="Tạo mã truy cập cho một bên gọi."))
app.add_typer(_token, name="token")

_person = _group("person", Text(en="People who sign in: the first administrators.", vi="Người đăng nhập: các quản trị viên đầu tiên."))
_add(_person, "new", persons.new, Text(en="Make an administrator of accounts.", vi="Tạo quản trị viên tài khoản."))
_add(_person, "renew", persons.renew, Text(en="Give a person a new way in.", vi="Cấp lại cách đăng nhập cho một người."))
_add(_person, "list", persons.list_all, Text(en="List people and their roles of today.", vi="Liệt kê người dùng và vai trò hôm nay."))
app.add_typer(_person, name="person")

_permit = _group("permit", Text(en="Permits of other agencies, written off.", vi="Giấy phép của cơ quan khác, được trừ lùi."))
for _name, _command, _words in permits.COMMANDS:
    _add(_permit, _name, _command, _words)
app.add_typer(_permit, name="permit")

_ledger = _group("ledger", Text(en="The tree over the log: sign, prove, verify.", vi="Cây trên sổ: ký, chứng minh, xác minh."))
for _name, _command, _words in ledger.COMMANDS:
    _add(_ledger, _name, _command, _words)
app.add_typer(_ledger, name="ledger")

_witness = _group("witness", Text(en="Partners that see each other's logs.", vi="Các đối tác chứng kiến sổ của nhau."))
for _name, _command, _words in (*witness.COMMANDS, *witness_partners.COMMANDS):
    _add(_witness, _name, _command, _words)
app.add_typer(_witness, name="witness")

_certificate = _group("certificate", Text(en="Certificates that anyone can check.", vi="Chứng chỉ mà ai cũng kiểm tra được."))
for _name, _command, _words in certificates.COMMANDS:
    _add(_certificate, _name, _command, _words)
app.add_typer(_certificate, name="certificate")

_webhooks = _group("webhooks", Text(en="Deliveries to traders' software.", vi="Thông báo tới phần mềm của người khai."))
_add(_webhooks, "deliver", webhooks.deliver, Text(en="Deliver once what waits.", vi="Gửi một lần các thông báo đang chờ."))
app.add_typer(_webhooks, name="webhooks")

_tariff = _group(
    "tariff",
    Text(en="Tariffs: load, look, try, put in force, take back.", vi="Biểu thuế: nạp, tra cứu, thử nghiệm, đưa vào áp dụng, thu hồi."),
)
_TARIFF: tuple[tuple[str, Callable[..., None], Text], ...] = (
    (
        "load",
        tariff_load.load,
        Text(en="Load a tariff, whole or not at all. Exit 1: faults.", vi="Nạp biểu thuế, toàn bộ hoặc không gì cả. Mã thoát 1: có lỗi."),
    ),
    ("list", tariff_show.names, Text(en="List the tariffs loaded.", vi="Liệt kê các biểu thuế đã nạp.")),
    ("show", tariff_show.show, Text(en="Show a tariff, or a code as of a day.", vi="Xem một biểu thuế, hoặc một mã hàng theo ngày.")),
    (
        "search",
        tariff_search.search,
        Text(en="Find a goods code by words. Exit 1: none found.", vi="Tìm mã số hàng hóa theo từ khóa. Mã thoát 1: không thấy."),
    ),
    ("diff", tariff_diff.diff, Text(en="Compare two tariffs. Exit 1: they differ.", vi="So sánh hai biểu thuế. Mã thoát 1: có khác biệt.")),
    (
        "price",
        tariff_price.price,
        Text(
            en="Compute one duty as a tariff writes it. Exit 1: open; 2: malformed.",
            vi="Tính một mức thuế như ghi trong biểu. Mã thoát 1: chưa tính được; 2: sai cú pháp.",
        ),
    ),
    (
        "assess",
        tariff_assess.assess,
        Text(en="Assess a file of many lines. Exit 1: faults.", vi="Tính thuế cho tệp có nhiều dòng hàng. Mã thoát 1: có lỗi."),
    ),
    (
        "simulate",
        tariff_simulate.simulate,
        Text(en="Try a tariff on recorded declarations.", vi="Thử biểu thuế trên các tờ khai đã ghi nhận."),
    ),
    (
        "activate",
        tariff_live.activate,
        Text(en="Put a tariff in force, as a second officer.", vi="Đưa biểu thuế vào áp dụng, do công chức thứ hai thực hiện."),
    ),
    (
        "rollback",
        tariff_live.rollback,
        Text(en="Take the tariff in force back.", vi="Thu hồi biểu thuế đang áp dụng, khôi phục biểu trước."),
    ),
    (
        "write",
        tariff_write.write,
        Text(en="Write a tariff as tables, to begin a changed one with.", vi="Ghi biểu thuế thành các bảng để làm bản sửa đổi."),
    ),
    ("tasks", tariff_live.tasks, Text(en="List duties to look at again.", vi="Liệt kê tờ khai cần xem lại tiền thuế.")),
)
for _name, _command, _words in _TARIFF:
    _add(_tariff, _name, _command, _words)
app.add_typer(_tariff, name="tariff")

_risk = _group("risk", risk.WORDS)
for _name, _command, _words in risk.COMMANDS:
    _add(_risk, _name, _command, _words)
for _name, _words, _commands in risk_groups.GROUPS:
    _below = _group(_name, _words)
    for _each, _command, _said in _commands:
        _add(_below, _each, _command, _said)
    _risk.add_typer(_below, name=_name)
app.add_typer(_risk, name="risk")

_payment = _group("payment", payment_groups.WORDS)
for _name, _command, _words in payment_groups.COMMANDS:
    _add(_payment, _name, _command, _words)
_deferment = _group("deferment", payment_groups.DEFERMENT)
for _name, _command, _words in payment_groups.DEFERMENTS:
    _add(_deferment, _name, _command, _words)
_payment.add_typer(_deferment, name="deferment")
app.add_typer(_payment, name="payment")

_document = _group("document", document_groups.WORDS)
for _name, _command, _words in document_groups.COMMANDS:
    _add(_document, _name, _command, _words)
app.add_typer(_document, name="document")

_lots = _group("lots", document_groups.LOTS_WORDS)
for _name, _command, _words in document_groups.LOTS:
    _add(_lots, _name, _command, _words)
app.add_typer(_lots, name="lots")

_practice = _group("practice", document_groups.PRACTICE_WORDS)
for _name, _command, _words in document_groups.PRACTICE:
    _add(_practice, _name, _command, _words)
app.add_typer(_practice, name="practice")

_transit = _group("transit", transit.WORDS)
for _name, _command, _words in transit.COMMANDS:
    _add(_transit, _name, _command, _words)
app.add_typer(_transit, name="transit")


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
