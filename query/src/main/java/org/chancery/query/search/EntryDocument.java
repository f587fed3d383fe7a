package org.chancery.query.search;

import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.query.party.PartyNames;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is indexed: what it says in words, from which position to which it is in force,
 * and of which days it may be. An entry that is reinstated gets another such document.
 */
final class EntryDocument {
  /** The position at which an entry that is in force ceases to be. */
  static final long OPEN = Long.MAX_VALUE;

  static final String NAME = "name";
  static final String NAME_KEY = "nameKey";
  static final String TEXT = "text";
  static final String ID = "id";
  static final String SOURCE = "source";
  static final String KEY = "key";
  static final String CITES = "cites";
  static final String SUBJECT = "subject";
  static final String KIND = "kind";
  static final String PARTY = "party";
  static final String POSITION = "position";
  static final String FROM = "from";
  static final String UNTIL = "until";
  static final String FIRST = "first";
  static final String LAST = "last";
  static final String ROLE = "role";
  static final String TITLE = "title";
  static final String DATE = "date";
  static final String LACKING = "lacking";

  /** Tells documents of one entry apart. */
  private static final String VERSION = "version";

  /** Of a document that says what became of another entry, and no more. */
  static final int AMENDS = 0;

  /** Of one that tells of its subject. */
  static final int TELLS = 1;

  /** Of one that tells what its subject is. */
  static final int HEADS = 2;

  private EntryDocument() {}

  /** The document that an entry is in force from a position on. */
  static Term version(long position, long from) {
    return new Term(VERSION, position + "@" + from);
  }

  /** An entry that says what it says from a position on. */
  static Document of(Entry entry, LedgerEvent event, long from) {
    Document document = new Document();
    LedgerEvent told = told(event);
    kept(document, entry, from);
    words(document, entry, EventText.of(event), event);
    role(document, told);
    return document;
  }

  /** An entry that this version of the ledger cannot read. */
  static Document lacking(Entry entry) {
    Document document = new Document();
    document.add(new StringField(LACKING, LACKING, Store.NO));
    document.add(new NumericDocValuesField(POSITION, entry.position()));
    return document;
  }

  private static @Nullable LedgerEvent told(LedgerEvent event) {
    return switch (event) {
      case EntryCorrected corrected -> corrected.as();
      case AccountRecorded account -> account.as();
      case EntryRetracted _, AccountPreferred _ -> null;
      case LedgerEvent other -> other;
    };
  }

  private static void kept(Document document, Entry entry, long from) {
    String subject = entry.subject().toString();
    document.add(new StringField(VERSION, version(entry.position(), from).text(), Store.NO));
    document.add(new StringField(SUBJECT, subject, Store.NO));
    document.add(new SortedDocValuesField(SUBJECT, new BytesRef(subject)));
    document.add(new SortedDocValuesField(KIND, new BytesRef(entry.subject().concept())));
    document.add(new NumericDocValuesField(POSITION, entry.position()));
    document.add(new NumericDocValuesField(FROM, from));
    document.add(new NumericDocValuesField(UNTIL, OPEN));
    Stream.of(entry.id(), subject, entry.subject().id())
        .map(key -> key.toLowerCase(Locale.ROOT))
        .forEach(key -> document.add(new StringField(KEY, key, Store.NO)));
    document.add(new TextField(ID, entry.subject().id(), Store.NO));
  }

  private static void words(Document document, Entry entry, EventText text, LedgerEvent event) {
    document.add(new NumericDocValuesField(FIRST, text.firstDay()));
    document.add(new NumericDocValuesField(LAST, text.lastDay()));
    text.names.forEach(name -> name(document, name));
    if (event instanceof PartyEvent.PartyRegistered registered) {
      PartyNames.commonly(registered.party()).forEach(name -> name(document, name));
    }
    text.texts.forEach(each -> document.add(new TextField(TEXT, each, Store.YES)));
    text.ids.forEach(each -> document.add(new TextField(ID, each, Store.NO)));
    text.cited.forEach(each -> document.add(new StringField(CITES, each, Store.NO)));
    text.parties()
        .forEach(each -> document.add(new SortedSetDocValuesField(PARTY, new BytesRef(each))));
    origin(entry.attribution())
        .forEach(each -> document.add(new TextField(SOURCE, each, Store.YES)));
  }

  private static void name(Document document, String name) {
    document.add(new TextField(NAME, name, Store.YES));
    document.add(new StringField(NAME_KEY, WordAnalyzer.key(name), Store.NO));
  }

  /** On what ground it was made. */
  private static Stream<String> origin(Attribution by) {
    return Stream.of(
            Stream.ofNullable(by.rationale()),
            Stream.ofNullable(by.authority()),
            by.documents().stream().flatMap(EntryDocument::words))
        .flatMap(each -> each);
  }

  private static Stream<String> words(Source source) {
    return Stream.of(source.title(), source.publisher(), source.locator(), source.quote())
        .mapMulti(
            (word, all) -> {
              if (word != null) {
                all.accept(word);
              }
            });
  }

  private static void role(Document document, @Nullable LedgerEvent told) {
    Heading heading = told == null ? null : Heading.of(told);
    int role = told == null ? AMENDS : heading == null ? TELLS : HEADS;
    document.add(new NumericDocValuesField(ROLE, role));
    if (heading != null) {
      document.add(new StoredField(TITLE, heading.title()));
      if (heading.date() != null) {
        document.add(new StoredField(DATE, heading.date()));
      }
    }
  }
}
