using Azure.Core;
using Azure.Identity;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OneToOne.Functions.Checkpoints;
using OneToOne.Functions.DueWork;
using OneToOne.Functions.Hosting;
using OneToOne.Functions.Http;
using OneToOne.Functions.Keys;
using OneToOne.Functions.Mail;
using OneToOne.Functions.Timers;
using OneToOne.Service;
using OneToOne.Service.DueWork;
using OneToOne.Service.Store.Cosmos;
using OneToOne.Service.Webhooks;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
Logs.Configure(builder.Logging);

// In Azure this is the managed identity that AZURE_CLIENT_ID names; on a developer's machine it is the developer.
builder.Services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
builder.Services.AddCosmosStore(builder.Configuration);
builder.Services.AddKeyRing(builder.Configuration);
builder.Services.AddCheckpoints(builder.Configuration);
builder.Services.AddAzureMail(builder.Configuration);
builder.Services.AddWebhooks(builder.Configuration);
builder.Services.AddOneToOne(builder.Configuration);
builder.Services.AddSingleton<DueRecordSeal>();
builder.Services.AddSingleton<IWakeUp, DurableWakeUp>();
builder.Services.AddSingleton<ServicePipeline>();
builder.Services.AddSingleton<OtherRecords>();

await builder.Build().RunAsync();
