package org.chancery.intake.travel;

import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chancery.intake.source.HardenedXml;
import org.chancery.intake.source.Prose;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

/** Walks {@code <trips><trip role="" who=""><id/>...</trip>...</trips>}, one leg in hand. */
final class LegElements implements HardenedXml.Handler {
  private static final int LEG_LIMIT = 50_000;

  private final String file;
  private final Consumer<Leg> legs;
  private final Consumer<LegFault> faults;
  private int begun;
  private String field = "";
  private @Nullable LegForm form;

  LegElements(String file, Consumer<Leg> legs, Consumer<LegFault> faults) {
    this.file = file;
    this.legs = legs;
    this.faults = faults;
  }

  @Override
  public void start(int depth, XMLStreamReader xml) throws XMLStreamException {
    String element = xml.getLocalName();
    switch (depth) {
      case 1 ->
          HardenedXml.check(
              element.equals("trips"), "its root is <%s>, not <trips>".formatted(element));
      case 2 -> startLeg(xml, element);
      case 3 -> startField(xml, element);
      default -> {}
    }
  }

  private void startLeg(XMLStreamReader xml, String element) throws XMLStreamException {
    begun++;
    HardenedXml.check(begun <= LEG_LIMIT, "more than %d legs".formatted(LEG_LIMIT));
    int line = xml.getLocation().getLineNumber();
    if (element.equals("trip")) {
      form = new LegForm(line);
      form.attribute("@role", xml.getAttributeValue(null, "role"));
      form.attribute("who", xml.getAttributeValue(null, "who"));
      look(xml, form, Set.of("role", "who"));
    } else {
      faults.accept(LegFault.ofAnybody(file, line, "<%s> is not a trip".formatted(element)));
    }
  }

  private void startField(XMLStreamReader xml, String element) {
    field = element;
    if (form != null) {
      form.element(element);
      boolean isCountry = element.equals("country");
      if (isCountry) {
        form.attribute("country/@id", xml.getAttributeValue(null, "id"));
      }
      look(xml, form, isCountry ? Set.of("id") : Set.of());
    }
  }

  private static void look(XMLStreamReader xml, LegForm form, Set<String> known) {
    String namespace = xml.getNamespaceURI();
    if (namespace != null && !namespace.isEmpty()) {
      form.odd("the namespace " + Prose.shown(namespace));
    }
    for (int at = 0; at < xml.getAttributeCount(); at++) {
      if (xml.getAttributeNamespace(at) != null || !known.contains(xml.getAttributeLocalName(at))) {
        form.odd(
            "an attribute %s at <%s>"
                .formatted(Prose.shown(xml.getAttributeLocalName(at)), xml.getLocalName()));
      }
    }
  }

  @Override
  public void text(int depth, XMLStreamReader xml) {
    if (form != null && depth > 2) {
      form.append(field, xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
  }

  @Override
  public void end(int depth) {
    if (depth == 2 && form != null) {
      endLeg(form);
      form = null;
    }
  }

  private void endLeg(LegForm complete) {
    try {
      legs.accept(complete.leg(file));
    } catch (InvalidValue fault) {
      faults.accept(
          new LegFault(
              new RejectedRecord(file, complete.line(), complete.id(), fault),
              complete.traveller()));
    }
  }
}
