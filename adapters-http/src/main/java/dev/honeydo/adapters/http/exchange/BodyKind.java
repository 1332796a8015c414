package dev.honeydo.adapters.http.exchange;

import java.util.List;

/** Which bodies a route takes. */
public enum BodyKind {
  /** None; what comes along is not looked at, only not too long. */
  NONE,
  /** A JSON object. */
  JSON,
  /** A JSON object that may be longer than others: 1 MiB. */
  LARGE_JSON,
  /** A JSON merge patch (RFC 7396), under its own type or as plain JSON. */
  MERGE_PATCH;

  private static final List<String> JSON_TYPES = List.of("application/json");
  private static final List<String> PATCH_TYPES =
      List.of("application/merge-patch+json", "application/json");

  /** The media types that are taken, the most fitting first. */
  public List<String> mediaTypes() {
    return switch (this) {
      case NONE -> List.of();
      case JSON, LARGE_JSON -> JSON_TYPES;
      case MERGE_PATCH -> PATCH_TYPES;
    };
  }

  /** How many bytes it can have. */
  int limit() {
    return switch (this) {
      case NONE, JSON, MERGE_PATCH -> 64 * 1024;
      case LARGE_JSON -> 1024 * 1024;
    };
  }
}
