"""Why a signature does not hold, in words for the declarant."""

from __future__ import annotations

from clearlane.model.text import Text

UNREADABLE = Text(
    en="The digital signature could not be read. "
    "Send it as an XML signature, as CMS in DER, or as a compact JWS with the content left out.",
    vi="Không đọc được chữ ký số. Hãy gửi chữ ký ở dạng chữ ký XML, CMS mã hóa DER hoặc JWS rút gọn không kèm nội dung.",
)
TOO_LARGE = Text(
    en="The signed message or its signature is larger or more deeply built than this office reads. Send a smaller message.",
    vi="Thông điệp đã ký hoặc chữ ký số có dung lượng hoặc cấu trúc vượt giới hạn tiếp nhận. Hãy gửi thông điệp nhỏ hơn.",
)
ENTITIES = Text(
    en="A signed message must not contain a document type definition or entities. Remove them and sign again.",
    vi="Thông điệp đã ký không được chứa khai báo kiểu tài liệu (DTD) hoặc thực thể. Hãy bỏ phần đó và ký lại.",
)
SEVERAL = Text(
    en="The message carries more than one signature. Send it with exactly one.",
    vi="Thông điệp có nhiều hơn một chữ ký số. Hãy gửi với đúng một chữ ký.",
)
MISPLACED = Text(
    en="The signature is not a direct child of the outermost element of the message. Place it there and sign the whole message.",
    vi="Chữ ký số không nằm ngay trong phần tử ngoài cùng của thông điệp. Hãy đặt chữ ký tại đó và ký toàn bộ thông điệp.",
)
NOT_WHOLE = Text(
    en="The signature does not cover the whole message. Sign the whole message, without other transforms.",
    vi="Chữ ký số không bao trùm toàn bộ thông điệp. Hãy ký toàn bộ thông điệp, không dùng phép biến đổi khác.",
)
DIVIDED = Text(
    en="A comment stands inside a value of the signed message. Remove the comment and sign again.",
    vi="Có chú thích nằm bên trong một giá trị của thông điệp đã ký. Hãy bỏ chú thích và ký lại.",
)
NOT_DETACHED = Text(
    en="The signature carries a copy of the content. Send the signature beside the message, without the content in it.",
    vi="Chữ ký số chứa bản sao nội dung. Hãy gửi chữ ký tách rời, không kèm nội dung bên trong.",
)
WEAK = Text(
    en="The signature uses an algorithm or key that this office does not accept. "
    "Sign with SHA-256 or stronger, and RSA of at least 2048 bits or the curves P-256, P-384 or P-521.",
    vi="Chữ ký số dùng thuật toán hoặc khóa không được chấp nhận. "
    "Hãy ký bằng SHA-256 trở lên, với RSA từ 2048 bit hoặc đường cong P-256, P-384, P-521.",
)
NO_CERTIFICATE = Text(
    en="The signature came without the certificate of its signer. Include the certificate and its issuers.",
    vi="Chữ ký số không kèm chứng thư số của người ký. Hãy gửi kèm chứng thư số và các chứng thư của tổ chức cấp.",
)
OTHER_CERTIFICATE = Text(
    en="The certificate named inside the signature is not the one that made it. Sign again with one certificate.",
    vi="Chứng thư số nêu trong chữ ký không phải là chứng thư đã dùng để ký. Hãy ký lại bằng một chứng thư số.",
)
OUT_OF_DATE = Text(
    en="The signer's certificate was not valid at the time of lodgement. Sign again with a certificate in force.",
    vi="Chứng thư số của người ký không còn hoặc chưa có hiệu lực tại thời điểm đăng ký tờ khai. Hãy ký lại bằng chứng thư còn hiệu lực.",
)
UNTRUSTED = Text(
    en="The signer's certificate was not issued under an authority that this office trusts. Use a certificate from a recognised issuer.",
    vi="Chứng thư số của người ký không do tổ chức chứng thực được công nhận cấp. Hãy dùng chứng thư số của tổ chức được công nhận.",
)
WRONG_PURPOSE = Text(
    en="The signer's certificate is not issued for signing documents. Use a certificate for digital signatures.",
    vi="Chứng thư số của người ký không được cấp để ký số văn bản. Hãy dùng chứng thư số dành cho chữ ký số.",
)
ALTERED = Text(
    en="The signature does not match the message: one of them was changed after signing, or the signature belongs to another message. "
    "Sign the message as it is sent.",
    vi="Chữ ký số không khớp với thông điệp: thông điệp hoặc chữ ký đã bị thay đổi sau khi ký, hoặc chữ ký thuộc thông điệp khác. "
    "Hãy ký đúng thông điệp được gửi.",
)
