package dev.honeydo.architecture.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An element of a POM. */
record Pom(Element element) {

  /** The project that the file declares. */
  static Pom read(Path file) {
    try {
      return new Pom(
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getDocumentElement());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (SAXException | ParserConfigurationException malformed) {
      throw new IllegalStateException(file + " is no POM", malformed);
    }
  }

  /** The elements that lie at that path below this one. */
  List<Pom> all(String... path) {
    Stream<Pom> found = Stream.of(this);
    for (String name : path) {
      found = found.flatMap(it -> it.children(name));
    }
    return found.toList();
  }

  /** What the only child of that name says, if there is one. */
  Optional<String> find(String name) {
    return children(name).findFirst().map(Pom::text);
  }

  /** What the only child of that name says. */
  String get(String name) {
    return find(name).orElseThrow();
  }

  /** What it says, on one line. */
  String text() {
    return element.getTextContent().strip().replaceAll("\\s+", " ");
  }

  private Stream<Pom> children(String name) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(it -> it.getNodeName().equals(name))
        .map(it -> new Pom((Element) it));
  }
}
