package dev.honeydo.adapters.http.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses between a page and JSON by {@code Accept} (RFC 9110, section 12.5.1). */
final class ContentChoice {
  private static final Set<String> JSON = Set.of("application/json", "application/problem+json");
  private static final Set<String> PAGE = Set.of("text/html", "application/xhtml+xml");
  private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

  private ContentChoice() {}

  /**
   * Whether JSON is wanted more than a page. Of what is wanted alike it is what is named more
   * exactly, and else the page; where neither is wanted it is the page. Never refuses.
   */
  static boolean prefersJson(List<String> accept) {
    Wish json = Wish.NONE;
    Wish page = Wish.NONE;
    for (String range : String.join(",", accept).toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      String type = parts[0].strip();
      double quality = quality(parts);
      json = json.and(exactness(type, JSON, "application/*"), quality);
      page = page.and(exactness(type, PAGE, "text/*"), quality);
    }
    return json.quality > page.quality
        || (json.quality == page.quality && json.quality > 0 && json.exactness > page.exactness);
  }

  private static int exactness(String type, Set<String> names, String family) {
    if (names.contains(type)) {
      return 3;
    }
    if (type.equals(family)) {
      return 2;
    }
    return type.equals("*/*") ? 1 : 0;
  }

  private static double quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        String weight = parameter.substring(2).strip();
        return WEIGHT.matcher(weight).matches() ? Double.parseDouble(weight) : 0;
      }
    }
    return 1;
  }

  /**
   * How much something is wanted: by the range that names it most exactly.
   *
   * @param exactness 0 where no range names it
   */
  private record Wish(int exactness, double quality) {
    static final Wish NONE = new Wish(0, 0);

    Wish and(int named, double wanted) {
      if (named == 0 || named < exactness) {
        return this;
      }
      return new Wish(named, named > exactness ? wanted : Math.max(quality, wanted));
    }
  }
}
