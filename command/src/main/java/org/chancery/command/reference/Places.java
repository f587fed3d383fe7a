package org.chancery.command.reference;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.EntryCommand.CorrectEntry;
import org.chancery.shared.entry.EntryCommand.RecordAccount;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** Where a command's content says what it takes for granted, as JSON pointers. */
final class Places {
  private final LedgerCommand content;

  /** A correction's fields stand beside its reason. */
  Places(LedgerCommand command) {
    this.content =
        switch (command) {
          case CorrectEntry correct -> correct.as();
          case RecordAccount account -> account.as();
          default -> command;
        };
  }

  /** Empty where only what was recorded before says it. */
  List<String> of(Reference reference, RefusalCode code) {
    return switch (reference) {
      case Reference.Known(var party) -> of(party);
      case Reference.Recognizable(var party) -> of(party);
      case Reference.Extant(var party, var when) -> ofParty(party, when, code);
      case Reference.Arisen(var party, var when) -> ofParty(party, when, code);
      case Reference.Unclaimed(var party, var names) ->
          names.stream().flatMap(name -> or(of(name), of(party)).stream()).toList();
      case Reference.Begun(var when) -> of(when);
      case Reference.Recorded(var cause) ->
          of(cause).stream().map(place -> place + "/entry").toList();
      case Reference.KnownOfficial(var official) -> of(official);
      case Reference.KnownConference(var conference) -> of(conference);
      case Reference.Within(var _, var whole) -> of(whole);
      case Reference.InOffice(var official, var _, var when) ->
          code == RefusalCode.UNKNOWN_OFFICIAL ? of(official) : of(when);
      case Reference.NotServing(var official, var party, var _, var _, var _) ->
          or(of(official), of(party));
    };
  }

  /** An unknown party is at fault wherever it is named; one that was not there then, as a party. */
  private List<String> ofParty(Object party, EdtfSpan when, RefusalCode code) {
    List<String> named = of(party);
    return code == RefusalCode.UNKNOWN_PARTY
        ? named
        : or(named.stream().limit(1).toList(), of(when));
  }

  private static List<String> or(List<String> places, List<String> others) {
    return places.isEmpty() ? others : places;
  }

  private List<String> of(Object value) {
    return search(content, value, "").toList();
  }

  private static Stream<String> search(@Nullable Object content, Object value, String pointer) {
    if (value.equals(content instanceof EdtfDate date ? EdtfSpan.of(date) : content)) {
      return Stream.of(pointer);
    }
    if (content instanceof List<?> list) {
      return IntStream.range(0, list.size())
          .boxed()
          .flatMap(i -> search(list.get(i), value, pointer + "/" + i));
    }
    return content instanceof Record record
        ? Stream.of(record.getClass().getRecordComponents())
            .flatMap(part -> search(read(record, part), value, pointer + "/" + part.getName()))
        : Stream.empty();
  }

  private static @Nullable Object read(Record record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException hidden) {
      throw new LinkageError("%s hides %s".formatted(record, part), hidden);
    }
  }
}
