"""What a trader is told of his own declaration's next step: what is asked, why, what happens if it does not come, whose move it is."""

from __future__ import annotations

from clearlane.model.clearance_facts import Asked
from clearlane.model.situation import Goods
from clearlane.model.text import Text

ANSWER = Text(en="Answer the question of customs", vi="Trả lời yêu cầu của cơ quan hải quan")
ANSWER_WHY = Text(
    en="Customs checks what was declared and needs this to decide. Being checked is no accusation.",
    vi="Cơ quan hải quan đang kiểm tra nội dung khai và cần thông tin này để quyết định. Việc kiểm tra không có nghĩa là có vi phạm.",
)
ANSWER_ELSE = Text(
    en="If nothing comes by then, customs decides on what it has, and the goods stay where they are until it does.",
    vi="Quá thời hạn mà không trả lời, cơ quan hải quan quyết định theo hồ sơ hiện có; hàng hóa chưa được giải quyết cho đến khi đó.",
)
SUPPLY = Text(en="Supply the documents", vi="Nộp chứng từ")
SUPPLY_WHY = Text(
    en="The documents of this declaration are checked before the goods are released. Being checked is no accusation.",
    vi="Hồ sơ của tờ khai này được kiểm tra trước khi thông quan. Việc kiểm tra không có nghĩa là có vi phạm.",
)
PAY = Text(en="Pay, or let security stand for it", vi="Nộp thuế hoặc có bảo lãnh")
PAY_WHY = Text(
    en="The goods are released by themselves once what is owed is paid or secured, unless a check is still going on.",
    vi="Hàng hóa được thông quan tự động ngay khi nộp đủ hoặc được bảo lãnh đủ số thuế, trừ khi việc kiểm tra chưa xong.",
)
PAY_ELSE = Text(
    en="The goods stay in the supervised area until then.",
    vi="Hàng hóa được giữ trong khu vực giám sát cho đến khi đó.",
)
BIND = Text(en="Look at what was computed, and declare", vi="Xem kết quả tính toán và đăng ký chính thức tờ khai")
BIND_WHY = Text(
    en="Nothing binds you yet: you can still change the declaration, or cancel it. It counts once you declare.",
    vi="Tờ khai chưa ràng buộc người khai: vẫn có thể sửa hoặc hủy. Tờ khai có giá trị khi người khai đăng ký chính thức.",
)
BIND_ELSE = Text(
    en="Until you declare, nothing is accepted and no goods are released; after the day named here, the declaration lapses.",
    vi="Khi chưa đăng ký chính thức, tờ khai chưa được chấp nhận, hàng chưa được thông quan; quá thời hạn nêu ở đây, tờ khai hết giá trị.",
)
PRESENT = Text(en="Say when the goods are here", vi="Thông báo khi hàng đến")
PRESENT_WHY = Text(
    en="The declaration was lodged before its goods. It is accepted, with the rates of that day, once they are presented.",
    vi="Tờ khai được nộp trước khi hàng đến. Tờ khai được chấp nhận, theo thuế suất của ngày đó, khi hàng được xuất trình.",
)
PRESENT_ELSE = Text(en="No goods are released before they are presented.", vi="Hàng chưa được thông quan khi chưa xuất trình.")

CHECKING = Text(en="Customs is checking this declaration.", vi="Cơ quan hải quan đang kiểm tra tờ khai này.")
READING = Text(en="Customs is looking at your answer.", vi="Cơ quan hải quan đang xem xét câu trả lời.")
CONSIDERING: dict[Asked, Text] = {
    "amendment": Text(en="Customs decides on your request to amend.", vi="Cơ quan hải quan đang xem xét đề nghị khai bổ sung."),
    "cancellation": Text(en="Customs decides on your request to cancel.", vi="Cơ quan hải quan đang xem xét đề nghị hủy tờ khai."),
}
CONTESTED = Text(en="Customs decides on your dispute.", vi="Cơ quan hải quan đang giải quyết khiếu nại.")
RELEASING = Text(en="Customs decides on the release of the goods.", vi="Cơ quan hải quan sẽ quyết định thông quan.")
FINALISING = Text(
    en="The goods are released; customs still states the final duty.",
    vi="Hàng đã được giải phóng; cơ quan hải quan sẽ xác định số thuế chính thức.",
)
REJECTED = Text(
    en="The declaration was rejected. Put right what was found, and lodge it anew.",
    vi="Tờ khai bị từ chối. Hãy sửa các lỗi được nêu và khai lại.",
)
CANCELLED = Text(en="The declaration is cancelled. Nothing is to be done.", vi="Tờ khai đã hủy. Không cần làm gì thêm.")
ON_GOODS: dict[Goods, Text] = {
    "stored": Text(
        en="The goods are in your storage and not released; customs completes its check.",
        vi="Hàng đang được bảo quản tại kho của người khai, chưa được thông quan; cơ quan hải quan sẽ hoàn tất kiểm tra.",
    ),
    "detained": Text(en="The goods are detained; customs decides on them.", vi="Hàng đang bị tạm giữ; cơ quan hải quan sẽ quyết định."),
    "refused": Text(
        en="Release was refused. You may contest that, or give the goods up; ask the office about sending them back.",
        vi="Hàng bị từ chối thông quan. Người khai có thể khiếu nại hoặc từ bỏ hàng; liên hệ cơ quan hải quan nếu muốn tái xuất.",
    ),
    "released": Text(
        en="The goods are released. Nothing is asked of you.", vi="Hàng đã được thông quan. Không có yêu cầu nào đối với người khai."
    ),
    "left": Text(en="The goods have left. Nothing is asked of you.", vi="Hàng đã ra khỏi khu vực giám sát. Không có yêu cầu nào."),
    "seized": Text(en="The goods are seized.", vi="Hàng đã bị tịch thu."),
    "abandoned": Text(en="The goods were given up to the State.", vi="Hàng đã được từ bỏ cho Nhà nước."),
    "re-exported": Text(en="The goods were re-exported.", vi="Hàng đã được tái xuất."),
    "destroyed": Text(en="The goods were destroyed.", vi="Hàng đã được tiêu hủy."),
}
