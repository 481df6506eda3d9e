"""Fields of VNACCS by which declarants in Việt Nam know the places of a declaration."""

from __future__ import annotations

from clearlane.model.text import Text

_ITEM = "GoodsShipment/GovernmentAgencyGoodsItem"

FIELD_NAMES = {
    "ID": Text(en="ICN declaration number", vi="ICN Số tờ khai"),
    "TypeCode": Text(en="ICB/ECB kind code", vi="ICB/ECB Mã loại hình"),
    "DeclarationOfficeID": Text(en="CH customs unit", vi="CH Cơ quan hải quan"),
    "FunctionalReferenceID": Text(en="Internal reference of the firm", vi="Số quản lý nội bộ của doanh nghiệp"),
    "Declarant/ID": Text(en="Declarant", vi="Mã người khai hải quan"),
    "GoodsShipment/Importer/ID": Text(en="IMC importer", vi="IMC Mã người nhập khẩu"),
    "Exporter/ID": Text(en="Exporter", vi="Mã người xuất khẩu"),
    "Exporter/Name": Text(en="Exporter's name", vi="Tên người xuất khẩu"),
    "BorderTransportMeans/ModeCode": Text(en="MTC mode of transport", vi="MTC Mã hiệu phương thức vận chuyển"),
    "GoodsShipment/PreviousDocument/ID": Text(en="BL1 bill of lading", vi="BL1 Số vận đơn"),
    "TotalPackageQuantity": Text(en="NO packages", vi="NO Số lượng kiện"),
    "TotalGrossMassMeasure": Text(en="GW gross weight", vi="GW Tổng trọng lượng hàng (gross)"),
    "GoodsShipment/Warehouse/ID": Text(en="ST warehouse", vi="ST Mã địa điểm lưu kho hàng chờ thông quan"),
    "GoodsShipment/TradeTerms/ConditionCode": Text(en="IP2 price term", vi="IP2 Điều kiện giá hóa đơn"),
    "GoodsShipment/Invoice/ID": Text(en="Invoice number", vi="Số hóa đơn"),
    "InvoiceAmount": Text(en="Invoice total", vi="Tổng trị giá hóa đơn"),
    "GoodsShipment/CustomsValuation/FreightChargeAmount": Text(en="FR1 freight", vi="FR1 Phí vận chuyển"),
    f"{_ITEM}/Commodity/Classification/ID": Text(en="Commodity code", vi="Mã số hàng hóa"),
    f"{_ITEM}/Commodity/Description": Text(en="Description of goods", vi="Mô tả hàng hóa"),
    f"{_ITEM}/Commodity/InvoiceLine/ItemChargeAmount": Text(en="Invoice value of the line", vi="Trị giá hóa đơn"),
    f"{_ITEM}/Commodity/GoodsMeasure/TariffQuantity": Text(en="Quantity", vi="Số lượng"),
    f"{_ITEM}/Commodity/DutyTaxFee/DutyRegimeCode": Text(en="ORS import schedule", vi="ORS Mã biểu thuế nhập khẩu"),
    f"{_ITEM}/CustomsValuation/MethodCode": Text(en="VD1 valuation", vi="VD1 Mã phân loại khai trị giá"),
    f"{_ITEM}/Origin/CountryCode": Text(en="Country of origin", vi="Mã nước xuất xứ"),
}
"""The field of each place, by its path below ``/Declaration`` without occurrences."""
