"""Phrases of security keys, and of ending sessions everywhere."""

from __future__ import annotations

KEYS: dict[str, tuple[str, str]] = {
    "keys.title": ("Security keys", "Khóa bảo mật"),
    "keys.words": (
        "A security key stands in for the code of your device. Set up two: one to use, one to keep in a drawer.",
        "Khóa bảo mật thay cho mã trên thiết bị. Hãy thiết lập hai khóa: một để dùng, một để dự phòng.",
    ),
    "keys.none": ("You have no security key yet.", "Bạn chưa có khóa bảo mật nào."),
    "keys.name": ("Name of the key", "Tên khóa"),
    "keys.name.hint": ("So that you know it again, such as: blue, on my ring.", "Để dễ nhận ra, ví dụ: khóa xanh ở móc chìa."),
    "keys.add": ("Set up a security key", "Thiết lập khóa bảo mật"),
    "keys.since": ("Set up (UTC)", "Thiết lập (UTC)"),
    "keys.used": ("Last used (UTC)", "Dùng gần nhất (UTC)"),
    "keys.never": ("not yet", "chưa dùng"),
    "keys.doubted": ("no longer taken: it answers as a copy would", "không còn được nhận: phản hồi như một bản sao"),
    "keys.remove": ("Remove", "Gỡ"),
    "keys.remove.one": ("Remove the key {name}", "Gỡ khóa {name}"),
    "keys.use": ("Use your security key", "Dùng khóa bảo mật"),
    "keys.use.words": (
        "Plug it in or hold it close, and touch it when your browser asks you to.",
        "Cắm khóa hoặc đưa lại gần, rồi chạm vào khóa khi trình duyệt yêu cầu.",
    ),
    "keys.failed": (
        "The key did not answer, or this one was not expected. Try once more, or take another way in.",
        "Khóa không phản hồi hoặc không phải khóa cần dùng. Hãy thử lại hoặc dùng cách khác.",
    ),
    "keys.script": (
        "Security keys need scripts, which your browser does not run. Go back and use the code of your device.",
        "Khóa bảo mật cần trình duyệt chạy tập lệnh. Hãy quay lại và dùng mã trên thiết bị.",
    ),
    "keys.again": ("Ask the key again", "Hỏi lại khóa"),
    "keys.other": ("Use the code of your device instead", "Dùng mã trên thiết bị"),
    "keys.back": ("Back to your account", "Về tài khoản của bạn"),
    "account.sessions.end-all": ("Sign out everywhere", "Đăng xuất khỏi mọi nơi"),
    "people.sign-out": ("Sign out everywhere", "Đăng xuất khỏi mọi nơi"),
    "people.barred": ("barred for now", "đang bị chặn"),
    "people.barred.until": (
        "{n} attempts to sign in failed; the next is heard at {when} UTC. Opening the account forgets them.",
        "Đăng nhập sai {n} lần; lần thử tiếp theo sau {when} UTC. Mở tài khoản để xóa số lần này.",
    ),
    "people.failed": ("Attempts to sign in that failed: {n}.", "Số lần đăng nhập sai: {n}."),
    "people.factors": ("Device: {device}. Security keys: {n}.", "Thiết bị: {device}. Khóa bảo mật: {n}."),
    "people.has": ("set up", "đã thiết lập"),
    "people.has-none": ("none", "chưa có"),
    "people.doubted": ("Key {n} answers as a copy would", "Khóa {n} phản hồi như một bản sao"),
    "interests.title": ("Your interests", "Xung đột lợi ích"),
    "interests.words": (
        "Firms you or people close to you work for, own or owe. No case of theirs falls to you by lot.",
        "Doanh nghiệp mà bạn hoặc người thân làm việc, sở hữu hoặc có nợ. Bạn sẽ không được bốc thăm hồ sơ của các doanh nghiệp này.",
    ),
    "interests.firms": ("Identification numbers", "Mã số doanh nghiệp"),
    "interests.hint": ("With a space between; empty for none.", "Cách nhau bằng dấu cách; để trống nếu không có."),
    "interests.keep": ("Keep", "Lưu"),
    "interests.of": ("Declared interests", "Lợi ích đã khai"),
    "account.device.first": ("Set up a device that shows codes", "Thiết lập thiết bị tạo mã"),
    "account.keys.on": ("Recovery codes left: {n}.", "Số mã khôi phục còn lại: {n}."),
}
