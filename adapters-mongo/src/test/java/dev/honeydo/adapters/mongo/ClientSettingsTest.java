package dev.honeydo.adapters.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.Test;

final class ClientSettingsTest {

  @Test
  void everyWaitIsLimited() {
    MongoClientSettings settings = settings("mongodb://h1");
    assertThat(settings.getTimeout(MILLISECONDS)).isEqualTo(600);
    assertThat(settings.getClusterSettings().getServerSelectionTimeout(MILLISECONDS))
        .isEqualTo(1_000);
    assertThat(settings.getSocketSettings().getConnectTimeout(MILLISECONDS)).isEqualTo(1_000);
    assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(100);
    assertThat(settings.getRetryWrites()).isTrue();
    assertThat(settings.getApplicationName()).isEqualTo("honeydo");
  }

  @Test
  void theConnectionStringHasTheLastWordOnLimits() {
    MongoClientSettings settings =
        settings(
            "mongodb://h1/?maxPoolSize=7&retryWrites=false&timeoutMS=900"
                + "&serverSelectionTimeoutMS=300&connectTimeoutMS=400&appName=chores");
    assertThat(settings.getTimeout(MILLISECONDS)).isEqualTo(900);
    assertThat(settings.getClusterSettings().getServerSelectionTimeout(MILLISECONDS))
        .isEqualTo(300);
    assertThat(settings.getSocketSettings().getConnectTimeout(MILLISECONDS)).isEqualTo(400);
    assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
    assertThat(settings.getRetryWrites()).isFalse();
    assertThat(settings.getApplicationName()).isEqualTo("chores");
  }

  @Test
  void noConnectionStringCanWeakenWhatIsDurable() {
    MongoClientSettings settings =
        settings(
            "mongodb://h1/?w=0&journal=false&readConcernLevel=local&readPreference=secondary"
                + "&uuidRepresentation=javaLegacy");
    assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
    assertThat(settings.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
    assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
    assertThat(settings.getUuidRepresentation()).isEqualTo(UuidRepresentation.STANDARD);
  }

  private static MongoClientSettings settings(String uri) {
    return ClientSettings.of(new ConnectionString(uri));
  }
}
