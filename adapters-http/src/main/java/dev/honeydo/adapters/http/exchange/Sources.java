package dev.honeydo.adapters.http.exchange;

/**
 * The same questions, answered in two ways: for whoever only looks.
 *
 * @param copies answers fast, and with what was there a moment ago at worst
 * @param record answers with what is there now
 */
public record Sources<Q>(Q copies, Q record) {

  /** What is to answer this request, as its {@code Cache-Control} wants it. */
  public Q of(Exchange exchange) {
    return exchange.wantsRecord() ? record : copies;
  }
}
