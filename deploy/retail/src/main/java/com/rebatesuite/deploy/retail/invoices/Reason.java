package com.rebatesuite.deploy.retail.invoices;

/** Why a row of the file is neither a sale nor a return we can send. None is fatal. */
public enum Reason {
    CUT_LINE("cut line, too few columns"),
    TOO_MANY_COLUMNS("too many columns"),
    BROKEN_QUOTES("quotes that do not close"),
    NO_INVOICE("no invoice number"),
    UNKNOWN_INVOICE("invoice number of unknown form"),
    NO_STOCK_CODE("no stock code"),
    BAD_DATE("bad date"),
    NOT_A_NUMBER("not a number"),
    ADJUSTMENT("adjustment (A…)"),
    STOCK_MOVEMENT("stock movement that is no sale"),
    NEGATIVE_PRICE("negative price"),
    ZERO_PRICE("zero price"),
    ZERO_QUANTITY("zero quantity"),
    NEGATIVE_QUANTITY("negative quantity outside a return"),
    MISSING_CUSTOMER("sale without customer"),
    OTHER_CUSTOMER("second customer on one invoice"),
    RETURN_WITHOUT_CUSTOMER("return without customer"),
    RETURN_OF_NOTHING("return of no units");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The reason in the words of the table. */
    public String text() {
        return text;
    }
}
