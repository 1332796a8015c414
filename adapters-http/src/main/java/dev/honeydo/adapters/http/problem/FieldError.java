package dev.honeydo.adapters.http.problem;

/**
 * What is wrong with one part of a request.
 *
 * @param place where that part is
 * @param name a JSON pointer (RFC 6901) into the body, or the name of a query parameter
 * @param detail what would be right
 */
public record FieldError(Place place, String name, FieldCode code, String detail) {

  /** Which kind of part it is. */
  public enum Place {
    /** A field of the body. */
    POINTER("pointer"),
    /** A query parameter. */
    PARAMETER("parameter");

    private final String member;

    Place(String member) {
      this.member = member;
    }

    /** The member of the error that holds the name. */
    public String member() {
      return member;
    }
  }

  /** Something is wrong with the field that {@code pointer} points at. */
  public static FieldError at(String pointer, FieldCode code, String detail) {
    return new FieldError(Place.POINTER, pointer, code, detail);
  }

  /** Something is wrong with the query parameter of that name. */
  public static FieldError parameter(String name, FieldCode code, String detail) {
    return new FieldError(Place.PARAMETER, name, code, detail);
  }
}
