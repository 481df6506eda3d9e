"""Data elements of the Union Customs Code, by which British traders know the places of a declaration."""

from __future__ import annotations

from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"

_ELEMENTS = {
    "TypeCode": ("1/1", "Declaration type", "Loại tờ khai"),
    "GoodsItemQuantity": ("1/9", "Number of items", "Số dòng hàng"),
    "FunctionalReferenceID": ("2/5", "Local reference number", "Số tham chiếu nội bộ"),
    "GoodsShipment/PreviousDocument/ID": ("2/1", "Previous document", "Chứng từ trước đó"),
    "GoodsShipment/Warehouse/ID": ("2/7", "Warehouse", "Kho"),
    "Exporter/ID": ("3/2", "Exporter identification", "Số nhận dạng người xuất khẩu"),
    "GoodsShipment/Importer/ID": ("3/16", "Importer identification", "Số nhận dạng người nhập khẩu"),
    "Declarant/ID": ("3/18", "Declarant identification", "Số nhận dạng người khai hải quan"),
    "Agent/ID": ("3/20", "Representative identification", "Số nhận dạng người đại diện"),
    "AuthorisationHolder/ID": ("3/39", "Authorisation holder", "Người được cấp phép"),
    "GoodsShipment/TradeTerms/ConditionCode": ("4/1", "Delivery terms", "Điều kiện giao hàng"),
    "InvoiceAmount": ("4/11", "Total invoiced", "Tổng trị giá hóa đơn"),
    "GoodsShipment/Destination/CountryCode": ("5/8", "Country of destination", "Nước hàng đến"),
    "ExitOffice/ID": ("5/12", "Office of exit", "Cơ quan hải quan cửa khẩu xuất"),
    "GoodsShipment/ExportCountry/ID": ("5/14", "Country of dispatch", "Nước gửi hàng"),
    "GoodsShipment/Consignment/GoodsLocation/Name": ("5/23", "Location of goods", "Địa điểm lưu giữ hàng hóa"),
    "SupervisingOffice/ID": ("5/27", "Supervising office", "Cơ quan hải quan giám sát"),
    "TotalPackageQuantity": ("6/18", "Total packages", "Tổng số kiện"),
    "GoodsShipment/Consignment/ContainerCode": ("7/2", "Container", "Công-ten-nơ"),
    "BorderTransportMeans/ModeCode": ("7/4", "Mode of transport at the border", "Phương thức vận chuyển qua biên giới"),
    f"{_ITEM}/GovernmentProcedure/CurrentCode": ("1/10", "Procedure", "Mã chế độ hải quan"),
    f"{_ITEM}/AdditionalInformation/StatementCode": ("2/2", "Additional information", "Thông tin bổ sung"),
    f"{_ITEM}/AdditionalDocument/TypeCode": ("2/3", "Documents produced", "Chứng từ kèm theo"),
    f"{_ITEM}/Commodity/DutyTaxFee/TypeCode": ("4/3", "Tax type", "Sắc thuế"),
    f"{_ITEM}/Commodity/DutyTaxFee/Payment/MethodCode": ("4/8", "Method of payment", "Phương thức nộp thuế"),
    f"{_ITEM}/Commodity/DutyTaxFee/DutyRegimeCode": ("4/17", "Preference", "Mã ưu đãi"),
    f"{_ITEM}/Commodity/InvoiceLine/ItemChargeAmount": ("4/14", "Item price", "Trị giá hóa đơn dòng hàng"),
    f"{_ITEM}/CustomsValuation/MethodCode": ("4/16", "Valuation method", "Phương pháp xác định trị giá"),
    f"{_ITEM}/Origin/CountryCode": ("5/15", "Country of origin", "Nước xuất xứ"),
    f"{_ITEM}/Commodity/GoodsMeasure/NetNetWeightMeasure": ("6/1", "Net mass", "Trọng lượng tịnh"),
    f"{_ITEM}/Commodity/GoodsMeasure/TariffQuantity": ("6/2", "Supplementary units", "Lượng theo đơn vị tính bổ sung"),
    f"{_ITEM}/Commodity/GoodsMeasure/GrossMassMeasure": ("6/5", "Gross mass", "Trọng lượng cả bì"),
    f"{_ITEM}/Commodity/Description": ("6/8", "Description of goods", "Tên, mô tả hàng hóa"),
    f"{_ITEM}/Packaging/TypeCode": ("6/9", "Kind of packages", "Loại kiện"),
    f"{_ITEM}/Packaging/QuantityQuantity": ("6/10", "Number of packages", "Số lượng kiện"),
    f"{_ITEM}/Commodity/Classification/ID": ("6/14", "Commodity code", "Mã số hàng hóa"),
}

FIELD_NAMES = {path: Text(en=f"DE {number} {en}", vi=f"DE {number} {vi}") for path, (number, en, vi) in _ELEMENTS.items()}
"""The data element of each place, by its path below ``/Declaration`` without occurrences."""
