package dev.honeydo.adapters.mongo;

import static com.mongodb.client.model.ReturnDocument.AFTER;

import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import dev.honeydo.application.port.Fence;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.JobRuns;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The runs of each job in one document, which stays for ever: {@code {_id: job, fence,
 * finishedAt?}}. A finish is an update on condition that the fence is still the one that was given.
 */
final class MongoJobRuns implements JobRuns {
  private static final Document NEXT = new Document("$inc", new Document("fence", 1L));
  private static final FindOneAndUpdateOptions UPSERT =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(AFTER);

  private final Connection connection;
  private final MongoCollection<Document> runs;

  MongoJobRuns(Connection connection, MongoCollection<Document> runs) {
    this.connection = connection;
    this.runs = runs;
  }

  @Override
  public Fence begin(JobName job) {
    return connection.callUntilAnswered("JobRuns", "begin", () -> counted(job));
  }

  /** Empty where another made the document at the same time: then the count goes on from theirs. */
  private Optional<Fence> counted(JobName job) {
    try {
      return Optional.ofNullable(runs.findOneAndUpdate(byJob(job), NEXT, UPSERT))
          .map(it -> new Fence(it.getLong("fence")));
    } catch (MongoServerException e) {
      DuplicateKey.check(e);
      return Optional.empty();
    }
  }

  @Override
  public Finishing finish(JobName job, Fence fence, Instant at) {
    Document last = byJob(job).append("fence", fence.value());
    Document noted = new Document("$set", new Document("finishedAt", Date.from(at)));
    return call(
        "finish",
        () -> runs.updateOne(last, noted).getMatchedCount() == 1 ? new Noted() : new Overtaken());
  }

  @Override
  public Optional<Instant> lastFinished(JobName job) {
    return call(
        "lastFinished",
        () ->
            Optional.ofNullable(runs.find(byJob(job)).first())
                .map(it -> it.getDate("finishedAt"))
                .map(Date::toInstant));
  }

  private static Document byJob(JobName job) {
    return new Document("_id", job.value());
  }

  private <T> T call(String operation, Supplier<T> work) {
    return connection.call("JobRuns", operation, work);
  }
}
