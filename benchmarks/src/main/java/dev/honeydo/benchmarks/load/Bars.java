package dev.honeydo.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A plot of bars as SVG: a group for each workload, a colour for each subject. */
final class Bars {
  private static final List<String> COLOURS =
      List.of("#7f8c8d", "#2c7fb8", "#e08214", "#7fbc41", "#1b7837", "#762a83");
  private static final int LEFT = 150;
  private static final int WIDTH = 520;
  private static final int BAR = 16;
  private static final int TOP = 48;

  private final String title;
  private final String unit;
  private final Figures figures;
  private final ToDoubleFunction<Sample> figure;

  Bars(String title, String unit, Figures figures, ToDoubleFunction<Sample> figure) {
    this.title = title;
    this.unit = unit;
    this.figures = figures;
    this.figure = figure;
  }

  String svg() {
    List<String> subjects = figures.subjects();
    int group = subjects.size() * BAR + BAR;
    int height = TOP + figures.workloads().size() * group + subjects.size() * 18 + 12;
    StringBuilder svg = new StringBuilder(4_096);
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
            + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
            + "<text x=\"12\" y=\"26\" font-size=\"15\">%s</text>%n",
        LEFT + WIDTH + 110,
        height,
        title);
    double most = most(subjects);
    int y = TOP;
    for (Workload workload : figures.workloads()) {
      add(svg, "<text x=\"12\" y=\"%d\">%s</text>%n", y + 13, workload.title());
      for (int i = 0; i < subjects.size(); i++) {
        double value = figures.median(subjects.get(i), workload, figure);
        double length = most == 0 ? 0 : value / most * WIDTH;
        add(
            svg,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n"
                + "<text x=\"%.1f\" y=\"%d\" font-size=\"11\">%,.0f %s</text>%n",
            LEFT,
            y,
            length,
            BAR - 2,
            COLOURS.get(i % COLOURS.size()),
            LEFT + length + 6,
            y + 11,
            value,
            unit);
        y += BAR;
      }
      y += BAR;
    }
    for (int i = 0; i < subjects.size(); i++) {
      add(
          svg,
          "<rect x=\"12\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>"
              + "<text x=\"30\" y=\"%d\">%s</text>%n",
          y + i * 18,
          COLOURS.get(i % COLOURS.size()),
          y + i * 18 + 11,
          subjects.get(i));
    }
    return svg.append("</svg>\n").toString();
  }

  private double most(List<String> subjects) {
    double most = 0;
    for (String subject : subjects) {
      for (Workload workload : figures.workloads()) {
        most = Math.max(most, figures.median(subject, workload, figure));
      }
    }
    return most;
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
