package dev.honeydo.adapters.http.problem;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every kind of problem there is: its code, its status, and what its page says of it.
 *
 * <p>A code is stable: programs go by it. Titles, causes and remedies are for people.
 */
public enum ProblemType {
  /** The request cannot be read at all. */
  MALFORMED_REQUEST(
      400,
      "Malformed request",
      "The request is not well-formed: its line, a header, its path or its JSON body.",
      "Send valid UTF-8 JSON with one object at the top, no key twice and nothing behind it."),
  /** Two identities in one request. */
  AMBIGUOUS_CREDENTIALS(
      400,
      "Ambiguous credentials",
      "The request shows credentials of two different sessions.",
      "Send one credential, or several of the same session."),
  /** A cursor that is not of this list. */
  INVALID_CURSOR(
      400,
      "Invalid cursor",
      "The cursor was not made by this server for this user and these filters.",
      "Pass next_cursor back unchanged, with the same filters, or start without a cursor."),
  /** An idempotency key of the wrong form. */
  IDEMPOTENCY_KEY_INVALID(
      400,
      "Invalid idempotency key",
      "The Idempotency-Key is not 16 to 255 visible ASCII characters.",
      "Make a random key, for example a UUID, for each thing to be done once."),
  /** A query parameter that the route does not have. */
  UNKNOWN_PARAMETER(
      400,
      "Unknown query parameter",
      "The route does not have the query parameter that errors names.",
      "Correct its spelling or leave it out; nothing is silently ignored."),
  /** A query parameter with a bad value. */
  INVALID_PARAMETER(
      400,
      "Invalid query parameter",
      "A query parameter has a value that it cannot have, or is given twice.",
      "See errors for what each parameter may be."),
  /** A query parameter that must be given. */
  MISSING_PARAMETER(
      400,
      "Missing query parameter",
      "The route needs a query parameter that the request does not have.",
      "Add the parameter that errors names."),
  /** No credential. */
  AUTHENTICATION_REQUIRED(
      401,
      "Authentication required",
      "The request shows no credential, and the route needs one.",
      "Log in and send the access token as Authorization: Bearer <token>."),
  /** Wrong address or password. */
  INVALID_CREDENTIALS(
      401,
      "Invalid credentials",
      "The address and the password do not belong together.",
      "Check both. Which of them is wrong is not told."),
  /** Not a token of ours. */
  TOKEN_INVALID(
      401,
      "Invalid token",
      "The token was not issued by this server for this use, or it was changed.",
      "Log in again."),
  /** A token past its time. */
  TOKEN_EXPIRED(
      401,
      "Token expired",
      "The access token is past its expiry.",
      "Get a new one at /api/auth/refresh."),
  /** A token of a session that has ended. */
  TOKEN_REVOKED(
      401, "Token revoked", "The session that the token was issued in has ended.", "Log in again."),
  /** A session that has ended. */
  SESSION_EXPIRED(
      401,
      "Session expired",
      "The session is unknown, was revoked, or has expired.",
      "Log in again."),
  /** A refresh token that was spent long ago. */
  REFRESH_TOKEN_REUSED(
      401,
      "Refresh token reused",
      "The refresh token was spent before: two parties hold it, so its session was ended.",
      "Log in again. If it was not you who used it first, change your password."),
  /** Not allowed to this user. */
  FORBIDDEN(
      403, "Forbidden", "This user may not do that.", "Ask an admin, or use another account."),
  /** A cookie sent from another site's page. */
  CROSS_SITE_REQUEST(
      403,
      "Cross-site request",
      "A request that changes something relies on a cookie and may come from another site's page.",
      "Send the session as a header, or have the page's origin listed in CORS_ORIGINS."),
  /** Not the current password. */
  WRONG_PASSWORD(
      403,
      "Wrong password",
      "current_password is not the password of this account.",
      "Send the password that the account has now."),
  /** An admin has shut the account. */
  ACCOUNT_DISABLED(403, "Account disabled", "An admin has disabled the account.", "Ask an admin."),
  /** No such thing, or somebody else's. */
  NOT_FOUND(
      404,
      "Not found",
      "There is nothing at this path, or nothing of yours.",
      "Check the path; a trailing slash makes it another one."),
  /** The path does not have that method. */
  METHOD_NOT_ALLOWED(
      405,
      "Method not allowed",
      "The path exists, but not for this method.",
      "Use one of the methods that the Allow header lists."),
  /** Somebody has that address. */
  EMAIL_TAKEN(
      409,
      "E-mail address taken",
      "Another account has this e-mail address.",
      "Log in with it, or use another address."),
  /** The first request with this key is still running. */
  IDEMPOTENCY_IN_PROGRESS(
      409,
      "Still in progress",
      "A request with the same Idempotency-Key is still running.",
      "Try again after Retry-After seconds."),
  /** A cursor from before what is remembered. */
  CURSOR_EXPIRED(
      410,
      "Cursor expired",
      "The cursor is older than the deletions that are remembered.",
      "Read everything again, without a cursor."),
  /** Changed since it was read. */
  VERSION_MISMATCH(
      412,
      "Version mismatch",
      "What the request would change is not at a version that If-Match or If-None-Match admits.",
      "Read again what is to be changed, apply the change to that, and send the new ETag."),
  /** A body that is too long. */
  PAYLOAD_TOO_LARGE(
      413,
      "Payload too large",
      "The body is longer than the route takes: 64 KiB.",
      "Send less at once."),
  /** Not JSON. */
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Unsupported media type",
      "The body is not declared as a type that the route takes.",
      "Send Content-Type: application/json; PATCH also takes application/merge-patch+json."),
  /** JSON that says what cannot be. */
  VALIDATION_FAILED(
      422,
      "Validation failed",
      "The body is valid JSON, but some of its fields are not acceptable.",
      "See errors: each names a field, what is wrong with it, and what would be right."),
  /** The same key with another body. */
  IDEMPOTENCY_KEY_REUSED(
      422,
      "Idempotency key reused",
      "The Idempotency-Key was used before with another body.",
      "Use a new key for each thing to be done."),
  /** A change that says nothing of the version it builds on. */
  PRECONDITION_REQUIRED(
      428,
      "Precondition required",
      "This installation changes a todo only on an If-Match.",
      "Read the todo and send its ETag as If-Match."),
  /** Too many requests. */
  RATE_LIMITED(
      429,
      "Too many requests",
      "More requests came than the limit allows.",
      "Try again after Retry-After seconds."),
  /** Headers that are too long. */
  HEADERS_TOO_LARGE(
      431,
      "Headers too large",
      "The request's line and headers are longer than 8 KiB.",
      "Send shorter headers, fewer cookies or a shorter URL."),
  /** A bug. */
  INTERNAL_ERROR(
      500,
      "Internal error",
      "Something went wrong that should not have. It has been logged under the request's id.",
      "Try again; if it stays, report the request_id."),
  /** A store is down. */
  DEPENDENCY_UNAVAILABLE(
      503,
      "Dependency unavailable",
      "A store that the server needs for this request cannot be reached.",
      "Try again after Retry-After seconds. Whether a change was made is not known: read first"
          + " what there is."),
  /** Too much at once. */
  OVERLOADED(
      503,
      "Overloaded",
      "The server has more to do than it can do in time, and has not done what was asked for.",
      "Try again after Retry-After seconds.");

  private static final Map<String, ProblemType> BY_SLUG = new HashMap<>();

  static {
    for (ProblemType type : values()) {
      BY_SLUG.put(type.slug, type);
    }
  }

  private final int status;
  private final String title;
  private final String cause;
  private final String remedy;
  private final String code;
  private final String slug;

  ProblemType(int status, String title, String cause, String remedy) {
    this.status = status;
    this.title = title;
    this.cause = cause;
    this.remedy = remedy;
    this.code = name().toLowerCase(Locale.ROOT);
    this.slug = code.replace('_', '-');
  }

  /** The type of that slug, or empty where there is none. */
  public static Optional<ProblemType> ofSlug(String slug) {
    return Optional.ofNullable(BY_SLUG.get(slug));
  }

  /** The HTTP status of every problem of this type. */
  public int status() {
    return status;
  }

  /** What it is, in a few words; the same for every problem of this type. */
  public String title() {
    return title;
  }

  /** What is the matter, for its page. */
  public String cause() {
    return cause;
  }

  /** What to do about it, for its page. */
  public String remedy() {
    return remedy;
  }

  /** What programs go by, for example {@code email_taken}. */
  public String code() {
    return code;
  }

  /** The last segment of its page's path, for example {@code email-taken}. */
  public String slug() {
    return slug;
  }

  /** The URI reference that names it and under which its page is served. */
  public String uri() {
    return "/problems/" + slug;
  }
}
